# SPDX-License-Identifier: Apache-2.0
"""Loads the graph files of one network with programs that are not ours, and holds them against each other and against
what the formats ask for."""
import io
import re
import sys
import warnings
import xml.etree.ElementTree as xml

import igraph
import networkx

warnings.simplefilter("ignore")
name = sys.argv[1]
ML = "{http://graphml.graphdrawing.org/xmlns}"
GEXF = "{http://gexf.net/1.3}"
NMTOKEN = re.compile(r"[\w.:·-]+\Z")


def check(condition, what):
    if not condition:
        sys.exit(f"{name}: {what}")


def check_graphml(root):
    """The structure and attributes that the schema of GraphML 1.0 asks for, as far as our files use it."""
    check(root.tag == ML + "graphml", "root")
    keys, graphs = root.findall(ML + "key"), root.findall(ML + "graph")
    check([one.tag for one in root] == [one.tag for one in keys + graphs], "keys stand before the graph")
    kinds = {}
    for key in keys:
        check(NMTOKEN.match(key.get("id")) and NMTOKEN.match(key.get("attr.name")), "names are name tokens")
        check(key.get("attr.type") in ("boolean", "int", "long", "float", "double", "string"), "type of a key")
        check(key.get("for") in ("node", "edge") and key.get("id") not in kinds, "what a key is for")
        kinds[key.get("id")] = (key.get("for"), key.get("attr.type"))
    check(len(graphs) == 1 and graphs[0].get("edgedefault") in ("directed", "undirected"), "one graph")
    nodes = set()
    for item in graphs[0]:
        kind = item.tag[len(ML):]
        if kind == "node":
            check(NMTOKEN.match(item.get("id")) and item.get("id") not in nodes, "ids of nodes")
            nodes.add(item.get("id"))
        else:
            check(kind == "edge" and {item.get("source"), item.get("target")} <= nodes, "edges join nodes")
        for data in item:
            check(data.tag == ML + "data" and kinds[data.get("key")][0] == kind, "data has its key")
            {"long": int, "double": float, "string": str}[kinds[data.get("key")][1]](data.text)


def check_gexf(root):
    """The same of GEXF 1.3."""
    check(root.tag == GEXF + "gexf" and root.get("version") == "1.3", "root")
    check([one.tag for one in root] == [GEXF + "meta", GEXF + "graph"], "meta stands before the graph")
    graph = root.find(GEXF + "graph")
    check(graph.get("defaultedgetype") in ("directed", "undirected"), "type of edges")
    dynamic = graph.get("mode") == "dynamic"
    check(dynamic or graph.get("mode") == "static", "mode")
    check(not dynamic or (graph.get("timeformat"), graph.get("timerepresentation")) == ("date", "interval"), "time")
    kinds = {}
    for attributes in graph.findall(GEXF + "attributes"):
        check(attributes.get("class") in ("node", "edge"), "class of attributes")
        for one in attributes:
            check(one.get("title") and one.get("type") in ("string", "long", "double"), "type of an attribute")
            kinds[attributes.get("class"), one.get("id")] = one.get("type")
    nodes = {node.get("id") for node in graph.find(GEXF + "nodes")}
    check(len(nodes) == len(graph.find(GEXF + "nodes")), "ids of nodes")
    check(len({edge.get("id") for edge in graph.find(GEXF + "edges")}) == len(graph.find(GEXF + "edges")), "ids of edges")
    for kind in ("node", "edge"):
        for item in graph.find(GEXF + kind + "s"):
            check(kind == "node" or {item.get("source"), item.get("target")} <= nodes, "edges join nodes")
            check(kind == "node" or float(item.get("weight", 1)) >= 0, "weights are not below 0")
            for value in item.iter(GEXF + "attvalue"):
                {"long": int, "double": float, "string": str}[kinds[kind, value.get("for")]](value.get("value"))
            for spell in item.iter(GEXF + "spell"):
                check(dynamic and re.match(r"\d{4}-\d\d-\d\d\Z", spell.get("start")), "spells are dates")
                check(spell.get("start") <= spell.get("end"), "spells do not run backward")


check_graphml(xml.parse(name + ".graphml").getroot())
check_gexf(xml.parse(name + ".gexf").getroot())
ml = networkx.read_graphml(name + ".graphml")
# Versions of NetworkX before 3 know no GEXF 1.3, which for what our files have differs from 1.2 in its name alone.
text = open(name + ".gexf", encoding="utf-8").read()
text = text.replace('"http://gexf.net/1.3" version="1.3"', '"http://www.gexf.net/1.2draft" version="1.2"')
gexf = networkx.read_gexf(io.BytesIO(text.encode("utf-8")))
# NetworkX knows no networks of two kinds of nodes, which the first line tells.
lines = open(name + ".pajek", encoding="utf-8").read().splitlines()
pajek = networkx.parse_pajek([" ".join(lines[0].split()[:2])] + lines[1:])
graph = igraph.Graph.Read_GraphML(name + ".graphml")
net = igraph.Graph.Read_Pajek(name + ".pajek")
sizes = {(one.number_of_nodes(), one.number_of_edges(), one.is_directed()) for one in (ml, gexf)}
sizes |= {(pajek.number_of_nodes(), pajek.number_of_edges(), pajek.is_directed())}
sizes |= {(one.vcount(), one.ecount(), one.is_directed()) for one in (graph, net)}
check(len(sizes) == 1, f"programs see different graphs: {sizes}")
weight = sum(float(edge["weight"]) for _, _, edge in ml.edges(data=True))
check(abs(weight - sum(graph.es["weight"])) < 1e-9, "weights of igraph")
check(abs(weight - sum(edge["weight"] for _, _, edge in pajek.edges(data=True))) < 1e-9, "weights of Pajek")
names = sorted(data["name"] for _, data in ml.nodes(data=True))
check(names == sorted(graph.vs["name"]) and names == sorted(gexf.nodes), "names of nodes")
nodes, edges, directed = sizes.pop()
print(f"{name}: {nodes} nodes, {edges} {'directed' if directed else 'undirected'} edges, weight {weight:g}")
