"""Writes compare.json: intervals of paired differences that src/evaluate/compare.ts must give.

Newcombe (1998), Statistics in Medicine 17, p. 2635, method 10, by other means than the code under test: the score
limits are found by bisection of their defining equation, and the correlation from the rows themselves, one by one.
Two tables are worked examples whose limits are printed in the literature, and are asserted here:
  36 12 2 0   Newcombe (1998), example: 0.0569 to 0.3404
  1 1 7 12    Fagerland, Lydersen, Laake (2014), Statistics in Medicine 33, p. 2850: -0.507 to -0.026

Run: python3 tests/evaluate/compare.py > tests/evaluate/compare.json   (numpy, scipy)
"""

import json
from math import sqrt

import numpy as np
from scipy.optimize import brentq
from scipy.stats import norm

Z = norm.ppf(0.975)


def score_limits(hits, rows):
    share = hits / rows

    def beyond(p):  # 0 where p lies exactly Z standard errors, taken at p, from the share
        return (share - p) ** 2 - Z * Z * p * (1 - p) / rows

    edge = 1e-9  # at 0 and 1 the share itself solves the equation too
    least = 0.0 if hits == 0 else brentq(beyond, 0.0, share - edge, xtol=1e-15)
    most = 1.0 if hits == rows else brentq(beyond, share + edge, 1.0, xtol=1e-15)
    return least, most


def correlation(both, only_a, only_b, neither):
    a = np.repeat([1, 1, 0, 0], [both, only_a, only_b, neither])
    b = np.repeat([1, 0, 1, 0], [both, only_a, only_b, neither])
    if a.std() == 0 or b.std() == 0:
        return 0.0
    rows = len(a)
    covariance = float(np.mean(a * b) - a.mean() * b.mean())  # (both * neither - onlyA * onlyB) / rows^2
    if covariance > 0:
        covariance = max(covariance - 1 / (2 * rows), 0.0)
    return covariance / float(a.std() * b.std())


def case(both, only_a, only_b, neither):
    rows = both + only_a + only_b + neither
    hits_a, hits_b = both + only_a, both + only_b
    (least_a, most_a), (least_b, most_b) = score_limits(hits_a, rows), score_limits(hits_b, rows)
    a, b = hits_a / rows, hits_b / rows
    phi = correlation(both, only_a, only_b, neither)
    down, up = a - least_a, most_b - b
    below = sqrt(down * down - 2 * phi * down * up + up * up)
    down, up = b - least_b, most_a - a
    above = sqrt(down * down - 2 * phi * down * up + up * up)
    return {
        "both": both,
        "onlyA": only_a,
        "onlyB": only_b,
        "neither": neither,
        "difference": a - b,
        "interval": [a - b - below, a - b + above],
    }


printed = {(36, 12, 2, 0): (0.0569, 0.3404), (1, 1, 7, 12): (-0.507, -0.026)}
for counts, limits in printed.items():
    found = case(*counts)["interval"]
    digits = [len(str(limit).split(".")[1]) for limit in limits]
    assert tuple(round(f, d) for f, d in zip(found, digits)) == limits, (counts, found, limits)

tables = [
    *printed,
    (6900, 180, 120, 400),  # two good classifiers on the rows of AG News's test part
    (6900, 150, 150, 400),
    (90, 0, 0, 10),  # they never differ
    (0, 0, 0, 25),
    (25, 0, 0, 0),
    (0, 13, 9, 0),  # they never agree
    (0, 30, 0, 0),
    (3, 5, 1, 2),
    (50, 20, 30, 5),
]
print(json.dumps([case(*counts) for counts in tables]))
