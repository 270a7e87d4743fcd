# SPDX-License-Identifier: Apache-2.0
"""Reads the folders of brat and WebAnno TSV 3.3 as the manuals of brat and INCEpTION describe their formats."""
import glob
import re
import sys


def check(condition, what):
    if not condition:
        sys.exit(what)


def sections(path):
    found, name = {}, None
    for line in open(path, encoding="utf-8", newline="\n"):
        line = line.rstrip("\n")
        if match := re.fullmatch(r"\[(\w+)\]", line):
            name = match[1]
            check(name not in found, f"{path}: {name} twice")
            found[name] = []
        elif line:
            check(name, f"{path}: a line outside of sections")
            found[name].append(line)
    return found


def check_brat():
    conf = sections("brat/annotation.conf")
    check(list(conf) == ["entities", "relations", "events", "attributes"], "sections of annotation.conf")
    types = conf["entities"]
    check(len(types) == len(set(types)) and all(re.fullmatch(r"[\w-]+", one, re.A) for one in types), "types")
    attributes = {}
    for line in conf["attributes"]:
        name, argument = line.split("\t")
        check(argument == "Arg:<ENTITY>" and re.fullmatch(r"[\w-]+", name), "attribute")
        attributes[name] = argument
    visual = sections("brat/visual.conf")
    check(list(visual) == ["labels", "drawing"], "sections of visual.conf")
    check([line.split(" | ")[0] for line in visual["labels"]] == types, "labels are those of the types")
    for path in sorted(glob.glob("brat/*.ann")):
        text = open(path[:-4] + ".txt", encoding="utf-8", newline="").read()
        ids, marked = set(), set()
        for line in open(path, encoding="utf-8", newline="\n").read().split("\n")[:-1]:
            id, body, *rest = line.split("\t")
            check(id not in ids, f"{path}: {id} twice")
            ids.add(id)
            if id[0] == "T":
                name, places = body.split(" ", 1)
                parts = [tuple(map(int, place.split(" "))) for place in places.split(";")]
                check(name in types and all(a < b for a, b in parts), line)
                check(all(a[1] < b[0] for a, b in zip(parts, parts[1:])), "parts rise: " + line)
                check(rest == [" ".join(text[a:b] for a, b in parts)], "text of the parts: " + line)
                marked.add(id)
            elif id[0] == "A":
                name, target = body.split(" ")
                check(name in attributes and target in marked, line)
            else:
                name, target = body.split(" ")
                check(id[0] == "#" and name == "AnnotatorNotes" and target in marked and len(rest) == 1, line)
        print(path, len(marked), "annotations,", len(ids) - len(marked), "attributes and notes")


def unescaped(cell):
    return re.sub(r"\\(->|.)", lambda m: {"t": "\t", "n": "\n", "r": "\r"}.get(m[1], m[1]), cell)


def values(cell):
    """Values with the numbers of their annotations."""
    if cell == "_":
        return []
    found = []
    for piece in re.findall(r"(?:\\->|\\.|[^|\\])+", cell):
        match = re.fullmatch(r"((?:\\->|\\.|[^\[\]|\\;_*])+)\[(\d+)\]", piece)
        check(match, "a reserved character is not escaped: " + cell)
        found.append((int(match[2]), unescaped(match[1])))
    return found


def check_webanno(path):
    lines = open(path, encoding="utf-8", newline="\n").read().split("\n")
    check(lines[0] == "#FORMAT=WebAnno TSV 3.3" and lines[1].startswith("#T_SP=") and lines[2:4] == ["", ""], "head")
    features = lines[1][6:].split("|")[1:]
    check(lines[-1] == "", "the last line ends")
    units, sentence, annotations, words = 0, 0, {}, 0
    text, at, token = None, 0, 0
    for line in lines[4:-1]:
        if line == "":
            text = None
        elif line.startswith("#Text="):
            piece = unescaped(line[6:])
            if text is None:
                sentence, token, text, start = sentence + 1, 0, piece, None
            else:
                text += "\n" + piece
        else:
            id, places, form, *cells = line.split("\t")
            check(len(cells) == len(features) + 1 and cells[-1] == "", "a cell for each feature: " + line)
            token, words = token + 1, words + 1
            check(id == f"{sentence}-{token}", "numbers: " + line)
            begin, end = map(int, places.split("-"))
            check(units <= begin < end, "places rise: " + line)
            units, form = end, unescaped(form)
            start = begin if start is None else start
            wide = text.encode("utf-16-le")
            check(wide[2 * (begin - start):2 * (end - start)].decode("utf-16-le") == form, "text at its place: " + line)
            found = [dict(values(cell)) for cell in cells[:-1]]
            check(all(one.keys() == found[0].keys() for one in found), "features of the same annotations: " + line)
            for number, value in found[0].items():
                code, last = annotations.get(number, (value, None))
                check(code == value and last in (None, (sentence, token - 1), (sentence, token)), "in a row: " + line)
                annotations[number] = (value, (sentence, token))
    print(path, words, "tokens,", len(annotations), "annotations")


check_brat()
for file in sorted(glob.glob("webanno/*.tsv")):
    check_webanno(file)
