"""Opens the linked data and the network with the libraries that others use: rdflib and networkx.

    python3 -m venv venv && venv/bin/pip install networkx rdflib
    venv/bin/python tests/open_data/check.py public/data
"""

import json
import pathlib
import sys

import networkx
import rdflib

data = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "public/data")
whole = json.loads((data / "portaal.json").read_text(encoding="utf-8"))
counts = whole["aantallen"]

network = networkx.read_graphml(data / "relaties.graphml")
assert network.is_directed()
assert network.number_of_nodes() == counts["gremia"] + counts["organisaties"]
assert network.number_of_edges() == counts["relaties"]
levels = {level["id"]: level.get("rang") for level in whole["niveaus"]}
for start, end, edge in network.edges(data=True):
    record = next(r for r in whole["relaties"] if r["id"] == edge["id"])
    assert (start, end) == (record["van"], record["naar"]), edge
    if record.get("niveau"):
        assert edge["niveau"] == record["niveau"][-1]["niveau"], edge
        assert edge.get("niveau_rang") == levels[edge["niveau"]], edge

schema = rdflib.Namespace("https://schema.org/")
linked = rdflib.Graph().parse(data / "portaal.jsonld", format="json-ld")
names = {str(name) for name in linked.objects(None, schema.name)}
for kind in ("organisaties", "gremia", "begrippen", "bronnen"):
    for record in whole[kind]:
        assert record["naam"] in names, record["id"]

dcat = rdflib.Namespace("http://www.w3.org/ns/dcat#")
catalogue = rdflib.Graph().parse(data / "dcat.jsonld", format="json-ld")
for file, _, size in catalogue.triples((None, dcat.byteSize, None)):
    address = str(next(catalogue.objects(file, dcat.downloadURL)))
    assert (data / address.rsplit("/", 1)[1]).stat().st_size == size.toPython(), address

print(f"{network.number_of_edges()} relaties, {len(linked)} uitspraken, {len(catalogue)} over de bestanden: goed")
