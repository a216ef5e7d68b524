# Makes doubt.json with numpy: rows without a label by the margin of the two best classes, the others by the given label's share.
# Run: python3 tests/evaluate/doubt.py > tests/evaluate/doubt.json
import json

import numpy as np

CLASSES = 5
draw = np.random.default_rng(7)
logits = 2 * draw.standard_normal((60, CLASSES))
shares = (np.exp(logits) / np.exp(logits).sum(axis=1, keepdims=True)).round(5)
labels = draw.integers(0, CLASSES + 1, size=60)  # CLASSES = none

unlabelled = np.flatnonzero(labels == CLASSES)
labelled = np.flatnonzero(labels < CLASSES)
second, best = np.sort(shares, axis=1)[:, -2:].T
margin = best - second
given = shares[labelled, labels[labelled]]

print(
    json.dumps(
        {
            "shares": shares.tolist(),
            "labels": labels.tolist(),
            "unlabelled": unlabelled[np.argsort(margin[unlabelled], kind="stable")].tolist(),
            "labelled": labelled[np.argsort(given, kind="stable")].tolist(),
            "guesses": shares.argmax(axis=1).tolist(),
        }
    )
)
