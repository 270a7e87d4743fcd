# SPDX-License-Identifier: Apache-2.0
# Files of every format that ask their reader to open something else, to write, or to unpack without end.
import zipfile

def put(name, text):
    with open(name, 'wb') as out:
        out.write(text if isinstance(text, bytes) else text.encode())

def pack(name, **parts):
    with zipfile.ZipFile(name, 'w', zipfile.ZIP_DEFLATED) as out:
        for part, text in parts.items():
            out.writestr(part.replace('__', '/').replace('_dot_', '.'), text)

secret = 'file:///etc/hostname'
doctype = f'<?xml version="1.0"?><!DOCTYPE a SYSTEM "{secret}" [<!ENTITY e SYSTEM "{secret}"><!ENTITY % p SYSTEM "http://127.0.0.1:9/x.dtd"> %p;]>'
include = f'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="{secret}" parse="text"/>'
w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
put('plain.txt', 'One line.\n')
put('page.html', f'<base href="{secret}"><link rel=stylesheet href="{secret}"><iframe src="{secret}"></iframe><img src="http://127.0.0.1:9/"><p>Some text, and more of it, and yet more of it.</p>')
put('entity.tei', doctype + '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>&e;</p></body></text></TEI>')
put('include.tei', f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>Text {include}</p></body></text></TEI>')
put('note.rtf', r'{\rtf1{\field{\*\fldinst INCLUDETEXT "/etc/hostname"}{\fldrslt field}} Text.\par{\object\objautlink /etc/hostname}}')
put('letter.eml', 'Subject: A\nContent-Type: message/external-body; access-type=local-file; name="/etc/hostname"\n\nText.\n')
put('box.mbox', 'From a\nSubject: A\n\nText.\n\nFrom b\nSubject: B\n\nMore.\n')
put('parsed.conllu', '1\tText\t_\t_\t_\t_\t_\t_\t_\t_\n')
put('lines.vrt', '<!DOCTYPE a SYSTEM "/etc/hostname">\n<text>\nText\n</text>\n')
put('rows.jsonl', '{"text":"Text","path":"/etc/hostname"}\n')
put('rows.csv', 'id,text\na,Text\n')
pack('a.docx', word__document_dot_xml=f'<w:document {w}><w:body><w:p><w:r><w:t>Text</w:t></w:r></w:p>{include}</w:body></w:document>',
     word___rels__document_dot_xml_dot_rels=f'<Relationships><Relationship Id="a" Type="x/attachedTemplate" Target="{secret}" TargetMode="External"/></Relationships>')
pack('b.docx', word__document_dot_xml=doctype + f'<w:document {w}><w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>')
pack('a.odt', content_dot_xml='<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text><text:p>Text</text:p></office:text></office:body></office:document-content>')
pack('a.epub', mimetype='application/epub+zip', **{'META-INF__container_dot_xml': '<container><rootfiles><rootfile full-path="../../../etc/hostname"/></rootfiles></container>'})
with zipfile.ZipFile('out.zip', 'w') as out:
    out.writestr('../../escaped.txt', 'Text\n')
    out.writestr('/tmp/absolute-of-a-test.txt', 'Text\n')
    link = zipfile.ZipInfo('link.txt')
    link.external_attr = 0o120777 << 16
    out.writestr(link, '/etc/hostname')
objects = [b'<</Type/Catalog/Pages 2 0 R/OpenAction<</S/Launch/F(/bin/sh)>>>>', b'<</Type/Pages/Kids[3 0 R]/Count 1>>',
           b'<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>',
           b'<</Length 38/F(/etc/hostname)>>stream\nBT /F 12 Tf 20 100 Td (Some text) Tj ET\nendstream', b'<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>']
pdf, places = b'%PDF-1.4\n', []
for number, body in enumerate(objects, 1):
    places.append(len(pdf))
    pdf += b'%d 0 obj%s endobj\n' % (number, body)
put('a.pdf', pdf + b'xref\n0 6\n0000000000 65535 f \n' + b''.join(b'%010d 00000 n \n' % at for at in places) + b'trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n' % len(pdf))
