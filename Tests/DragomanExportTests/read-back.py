"""Reads each export in a folder with the tool people use for it, and prints the ids of the deals it finds there, as JSON.

  read-back.py FOLDER   (deals.json, deals.csv ... as `dragoman export` names them)
"""
import csv, io, json, sys
from pathlib import Path

import bibtexparser, feedparser, icalendar, jsonschema, networkx, rdflib, rispy
from followthemoney import model

folder = Path(sys.argv[1])
schema = json.loads(Path(sys.argv[2]).read_text())
found = {}


def name(format):
    return next(folder.glob(f"{format}.*"))


def text(format):
    return name(format).read_text(encoding="utf-8")


rows = json.loads(text("json"))
validator = jsonschema.Draft202012Validator(schema)
for row in rows:
    validator.validate(row)
found["json"] = [row["id"] for row in rows]
found["jsonl"] = [json.loads(line)["id"] for line in text("jsonl").split("\n") if line]
with open(name("csv"), newline="", encoding="utf-8") as file:
    found["csv"] = [row["id"] for row in csv.DictReader(file)]
entities = [model.get_proxy(json.loads(line), cleaned=False) for line in text("ftm").split("\n") if line]
for entity in entities:
    try:
        entity.schema.validate(entity.to_dict())
    except Exception as wrong:
        sys.exit(f"ftm: {wrong.errors}: {entity.to_dict()}")
ids = {entity.id for entity in entities}
for entity in entities:
    for property, value in entity.itervalues():
        assert property.type.validate(value), f"{property}: {value!r}"
        assert property.type.name != "entity" or value in ids, f"{property}: no {value}"
found["ftm"] = [e.first("recordId") for e in entities if e.schema.name == "Event"]
for format, read in [("gexf", networkx.read_gexf), ("graphml", networkx.read_graphml)]:
    graph = read(name(format))
    found[format] = [n[5:] for n, data in graph.nodes(data=True) if data.get("type") == "deal"]
    assert all(graph.degree(n) > 0 for n in graph.nodes)
front = text("markdown").split("---\n")[1]
assert front.startswith("title: ")
found["markdown"] = [line[6:] for line in text("markdown").split("\n") if line.startswith("- id: ")]
found["ris"] = [entry["id"] for entry in rispy.loads(text("ris"))]
found["bibtex"] = [entry.key[4:] for entry in bibtexparser.parse_string(text("bibtex")).entries]
found["csl"] = [item["id"] for item in json.loads(text("csl"))]
for format in ["rss", "atom"]:
    feed = feedparser.parse(text(format))
    assert not feed.bozo, f"{format}: {feed.get('bozo_exception')}"
    found[format] = [entry["id"].removeprefix("urn:dragoman:deal:") for entry in feed.entries]
found["jsonfeed"] = [item["id"].removeprefix("urn:dragoman:deal:") for item in json.loads(text("jsonfeed"))["items"]]
calendar = icalendar.Calendar.from_ical(name("ical").read_bytes())
seen = [str(part["UID"]).split("-")[0] for part in calendar.walk() if part.name in ("VEVENT", "VJOURNAL")]
found["ical"] = list(dict.fromkeys(seen))
graph = rdflib.Graph().parse(data=text("ntriples"), format="nt")
deals = graph.subjects(rdflib.RDF.type, rdflib.URIRef("urn:dragoman:term:Deal"))
found["ntriples"] = [str(deal).removeprefix("urn:dragoman:deal:") for deal in deals]
print(json.dumps(found))
