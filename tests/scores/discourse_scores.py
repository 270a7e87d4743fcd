#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Scores the program on the labelled sentences of corpus/truth, and prints totals alone: no sentence is shown.

usage: discourse_scores.py TOPOS TEXTS SET.tsv [CLAIMS.toml]

TEXTS is the folder that the column "file" of the set is below. Documents of ungdc_select get the metadata of its table.
Sentences whose bytes are others than those that were labelled are left out. What counts as right is said in
corpus/VALIDATION.md.
"""
import csv
import hashlib
import json
import math
import os
import re
import subprocess
import sys
from collections import defaultdict


def wilson(k, n, z=1.959964):
    if n == 0:
        return "-"
    p, d = k / n, 1 + z * z / n
    mid, half = (p + z * z / (2 * n)) / d, z * math.sqrt(p * (1 - p) / n + z * z / (4 * n * n)) / d
    return f"{p:.2f} ({max(0, mid - half):.2f}-{min(1, mid + half):.2f})"


class Score:
    def __init__(self):
        self.tp = self.fp = self.fn = 0

    def add(self, human, machine):
        self.tp += human and machine
        self.fp += machine and not human
        self.fn += human and not machine

    def line(self, name):
        p_n, r_n = self.tp + self.fp, self.tp + self.fn
        f1 = 2 * self.tp / (p_n + r_n) if p_n + r_n else float("nan")
        print(f"{name:46} n {r_n:4} P {wilson(self.tp, p_n):18} R {wilson(self.tp, r_n):18} F1 {f1:.2f}")


def items(cell):
    """Values of a cell with whether they are doubtful."""
    if cell in ("", "none"):
        return []
    return [(one.strip().rstrip("?"), one.strip().endswith("?")) for one in cell.split("|")]


MODALITIES = {
    "deontic": {"modality.deontic"},
    "epistemic": {"modality.epistemic.low", "modality.epistemic.mid"},
}
STOP = set(
    "the a an of to in on at by for with from and or as its their his her our it this that these those they he she "
    "we i which who into over under about between among not no".split()
)


def content(text):
    return {w for w in re.findall(r"[a-z0-9]+", text.lower()) if w not in STOP}


def is_same_edge(found, wanted):
    if len(wanted) != 3:
        return False
    ends = zip((found.get("cause"), found.get("effect")), (wanted[0], wanted[2]))
    return all(content(one or "") & content(other) for one, other in ends)


def is_same_source(wanted, found):
    if not found:
        return wanted == "unnamed"
    return bool(content(wanted) & content(found)) or wanted.lower() == found.lower()


def run(topos, texts, files, command):
    """Records of each file, as a command prints them."""
    found = defaultdict(list)
    groups = defaultdict(list)
    for one in files:
        groups[one.split("/")[0]].append(one)
    for group, members in groups.items():
        table = os.path.join(texts, group, "metadata.tsv")
        extra = ["--metadata", table, "--metadata-partial"] if group == "ungdc_select" and os.path.exists(table) else []
        paths = [os.path.join(texts, one) for one in members]
        out = subprocess.run([topos, *command, "-q", *extra, *paths], capture_output=True, text=True, check=True)
        for line in out.stdout.splitlines():
            record = json.loads(line)
            if record.get("type") in ("head", "document"):
                continue
            name = record["document"]
            found[name if "/" in name else f"{group}/{os.path.basename(name)}"].append(record)
    return found


class Scores:
    """What is counted of all sentences."""

    def __init__(self):
        self.of = defaultdict(Score)
        self.sources = [0, 0]  # right, told
        self.agents = [0, 0, 0]  # right, found, named

    def attribution(self, row, hits, told):
        label = row["attribution"]
        if label not in ("yes", "no"):
            return
        self.of["attribution, by sentence"].add(label == "yes", bool(told))
        self.of["voice of a hit"].add(label == "yes", any(h.get("voice") not in ("author", None) for h in hits))
        wanted = row["attributed_to"]
        if label == "yes" and told and not wanted.endswith("?"):
            self.sources[1] += 1
            self.sources[0] += any(is_same_source(wanted, r.get("source")) for r in told)

    def modality(self, row, hits):
        labels = dict(items(row["modality"]))
        codes = {h["code"] for h in hits}
        for name, of in MODALITIES.items():
            if not labels.get(name, False):
                self.of[f"modality: {name}"].add(name in labels, bool(codes & of))

    def passives(self, row, found):
        score = self.of["passive, finite"]
        named = [(re.match(r"([^\s:]+)[\s:]*(agentless|agent)?", one), doubt) for one, doubt in items(row["passives"])]
        sure = [(m.group(1).lower(), m.group(2)) for m, doubt in named if not doubt]
        doubtful = {m.group(1).lower() for m, doubt in named if doubt}
        for record in found:
            verb = record["verb"].lower()
            label = next((one for one in sure if one[0] == verb), None)
            if label:
                sure.remove(label)
                score.tp += 1
                self.agent(label[1], not record["agentless"])
            elif verb not in doubtful:
                score.fp += 1
        score.fn += len(sure)

    def agent(self, label, found):
        if label:
            self.agents[0] += label == "agent" and found
            self.agents[1] += found
            self.agents[2] += label == "agent"

    def causes(self, row, found):
        labels = items(row["cause"])
        left = [one.split(">") for one, doubt in labels if not doubt]
        doubtful = any(doubt for _, doubt in labels)
        if left or not doubtful:
            self.of["cause, by sentence"].add(bool(left), bool(found))
        score = self.of["cause, edges"]
        for record in found:
            label = next((one for one in left if is_same_edge(record, one)), None)
            if label:
                left.remove(label)
                score.tp += 1
            elif not doubtful:
                score.fp += 1
        score.fn += len(left)

    def claims(self, row, hits):
        labels = {one.split(":")[0]: doubt for one, doubt in items(row["claims"])}
        sure = {one for one, doubt in labels.items() if not doubt}
        found = {h["code"].split(".")[0] for h in hits}
        score = self.of["claims"]
        score.tp += len(found & sure)
        score.fp += len(found - set(labels))
        score.fn += len(sure - found)

    def triads(self, row, found):
        """The action is found if a row's verb shares the first four letters of a word with the label's."""
        score = self.of["triad: its class, of actions found"]
        for label, doubt in items(row["triads"]):
            parts = label.split(">")
            if doubt or len(parts) != 4:
                continue
            near = [r for r in found if letters(r["verb"]) & letters(parts[1])]
            self.of["triad: the action is found"].add(True, bool(near))
            if not near:
                continue
            classes = {r["quad"] for r in near} - {None}
            score.tp += parts[3] in classes
            score.fn += parts[3] not in classes
            score.fp += bool(classes) and parts[3] not in classes

    def show(self):
        for name in sorted(self.of):
            self.of[name].line(name)
        print(f"source of attributions that are right: {self.sources[0]} of {self.sources[1]}")
        print("agents of passives: {} right of {} found and {} named".format(*self.agents))


def letters(text):
    return {word[:4] for word in re.findall(r"[a-z]+", text.lower())}


def is_as_labelled(texts, row, begin, end):
    with open(os.path.join(texts, row["file"]), "rb") as stream:
        return hashlib.sha1(stream.read()[begin:end]).hexdigest()[:12] == row["sha1"]


def main():
    if not 4 <= len(sys.argv) <= 5:
        sys.exit(__doc__.split("\n\n")[1])
    topos, texts, table = sys.argv[1:4]
    with open(table, encoding="utf-8") as stream:
        rows = list(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))
    files = sorted({row["file"] for row in rows})
    records = run(topos, texts, files, ["annotate"])
    acts = run(topos, texts, files, ["triads", "--format", "jsonl"]) if "triads" in rows[0] else {}
    claims = run(topos, texts, files, ["annotate", "-c", sys.argv[4], "--detect", "none"]) if len(sys.argv) > 4 else None
    scores = Scores()
    changed = 0
    for row in rows:
        begin, end = int(row["begin"]), int(row["end"])
        if not is_as_labelled(texts, row, begin, end):
            changed += 1
            continue
        touching = lambda found: [r for r in found.get(row["file"], []) if r["begin"] < end and r["end"] > begin]
        here = touching(records)
        inside = lambda name: [r for r in here if r["begin"] >= begin and r["type"] == name]
        scores.attribution(row, inside("hit"), [r for r in here if r["type"] == "attribution"])
        scores.modality(row, inside("hit"))
        if "passives" in row:
            scores.passives(row, [r for r in inside("passive") if r["form"] == "finite"])
        if "cause" in row:
            scores.causes(row, inside("cause"))
        if "triads" in row:
            scores.triads(row, [r for r in acts.get(row["file"], []) if begin <= r["begin"] < end])
        if claims is not None:
            scores.claims(row, touching(claims))
    scores.show()
    if changed:
        print(f"{changed} sentences are not what was labelled, and are left out")


if __name__ == "__main__":
    main()
