"""What the page does, the way one would write it in Python: reads both files, cleans, counts words and pairs of the
training rows, keeps those seen twice and encodes all rows. Prints one line of JSON with the seconds of each stretch.
Run: python3 encode.py TRAIN.csv TEST.csv"""
import html
import json
import re
import sys
import time
from collections import Counter

import numpy
import pandas

NUMBER = re.compile(r" ?#(\d{2,6});")
NAME = re.compile(r" ?\b(quot|amp|lt|gt|apos|nbsp|hellip|mdash|rsquo|eacute);")
TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
LINK = re.compile(r"https?://\S+|www\.\S+")
SPACES = re.compile(r"\s+")
WORD = re.compile(r"[a-z0-9']+")


def clean(text):
    if ";" in text:
        text = html.unescape(NAME.sub(r"&\1;", NUMBER.sub(r"&#\1;", text)))
    if "<" in text:
        text = TAG.sub(" ", text)
    if "\\" in text:
        text = text.replace("\\", " ")
    if "://" in text or "www." in text:
        text = LINK.sub(" ", text)
    return SPACES.sub(" ", text).strip()


def main(train_path, test_path):
    seconds = {}
    start = time.perf_counter()

    def lap(name):
        nonlocal start
        now = time.perf_counter()
        seconds[name] = now - start
        start = now

    names = ["label", "title", "text"]
    parts = [pandas.read_csv(path, header=None, names=names, keep_default_na=False) for path in (train_path, test_path)]
    lap("read")

    texts = [[clean(f"{title} {text}") for title, text in zip(part.title, part.text)] for part in parts]
    test = set(texts[1])
    kept = list(dict.fromkeys(text for text in texts[0] if text and text not in test))
    lap("clean")

    words = Counter()
    pairs = Counter()
    for text in kept:
        row = WORD.findall(text.lower())
        words.update(row)
        pairs.update(zip(row, row[1:]))
    ranked = [word for word, count in words.most_common() if count > 1]
    ids = {word: 2 + i for i, word in enumerate(ranked)}
    ranked = [pair for pair, count in pairs.most_common() if count > 1]
    pair_ids = {pair: 2 + len(ids) + i for i, pair in enumerate(ranked)}
    lap("count")

    features = []
    offsets = [0]
    for part in texts:
        for text in part:
            row = WORD.findall(text.lower())
            features.extend(ids[word] for word in row if word in ids)
            features.extend(pair_ids[pair] for pair in zip(row, row[1:]) if pair in pair_ids)
            offsets.append(len(features))
    numpy.array(features, dtype=numpy.uint32), numpy.array(offsets, dtype=numpy.uint32)
    lap("encode")

    rows = sum(len(part) for part in parts)
    print(json.dumps({"seconds": seconds, "rows": rows, "words": len(ids), "pairs": len(pair_ids), "features": len(features)}))


main(*sys.argv[1:3])
