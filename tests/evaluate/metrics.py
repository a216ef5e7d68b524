# Makes metrics.json with scikit-learn (Debian: python3-sklearn, python3-statsmodels is not needed: Wilson by its formula).
# Run: python3 tests/evaluate/metrics.py > tests/evaluate/metrics.json
import json
import math
import random

from sklearn.metrics import accuracy_score, confusion_matrix, precision_recall_fscore_support


def wilson(hits, rows, z=1.959963984540054):
    p = hits / rows
    centre = (hits + z * z / 2) / (rows + z * z)
    half = z * math.sqrt(rows) / (rows + z * z) * math.sqrt(p * (1 - p) + z * z / (4 * rows))
    return [centre - half, centre + half]


def case(seed, rows, classes, skill):
    draw = random.Random(seed)
    given = [draw.randrange(classes) for _ in range(rows)]
    predicted = [g if draw.random() < skill else draw.randrange(max(1, classes - 1)) for g in given]
    labels = list(range(classes))
    precision, recall, f1, support = precision_recall_fscore_support(
        given, predicted, labels=labels, zero_division=0
    )
    hits = sum(g == p for g, p in zip(given, predicted))
    return {
        "given": given,
        "predicted": predicted,
        "classes": classes,
        "accuracy": accuracy_score(given, predicted),
        "interval": wilson(hits, rows),
        "macroF1": float(f1.mean()),
        "precision": precision.tolist(),
        "recall": recall.tolist(),
        "f1": f1.tolist(),
        "support": support.tolist(),
        "confusion": confusion_matrix(given, predicted, labels=labels).tolist(),
    }


print(json.dumps([case(1, 200, 4, 0.9), case(2, 37, 2, 0.5), case(3, 60, 12, 0.2), case(4, 5, 3, 1.0)]))
