# Numbers for tests/survey/words.test.ts: log-odds with an informative Dirichlet prior and mutual information, with numpy and
# scikit-learn. Run: python3 tests/survey/words.py > tests/survey/words.json
import json

import numpy as np
from sklearn.metrics import mutual_info_score

CLASSES, WORDS, ROWS, PRIOR = 3, 12, 400, 500
rng = np.random.default_rng(7)
weights = rng.dirichlet(np.ones(WORDS), CLASSES)
labels = rng.choice(CLASSES, ROWS, p=[0.5, 0.3, 0.2])
texts = [rng.choice(WORDS, 3 + rng.integers(12), p=weights[label]).tolist() for label in labels]

times = np.zeros((WORDS, CLASSES), int)
present = np.zeros((ROWS, WORDS), int)
for row, (words, label) in enumerate(zip(texts, labels)):
    for word in words:
        times[word, label] += 1
        present[row, word] = 1

# Monroe, Colaresi & Quinn (2008), equations 15, 16, 20 and 22, as they stand there.
y, n = times.T, times.sum(0)
alpha = PRIOR * times.sum(1) / times.sum()
z = np.zeros((CLASSES, WORDS))
for c in range(CLASSES):
    rest, words_rest = y.sum(0) - y[c], n.sum() - n[c]
    own = np.log((y[c] + alpha) / (n[c] + PRIOR - y[c] - alpha))
    other = np.log((rest + alpha) / (words_rest + PRIOR - rest - alpha))
    z[c] = (own - other) / np.sqrt(1 / (y[c] + alpha) + 1 / (rest + alpha))

bits = [mutual_info_score(present[:, w], labels) / np.log(2) for w in range(WORDS)]


def accuracy(word):
    guesses = np.zeros(ROWS, int)
    for value in (0, 1):
        has = present[:, word] == value
        if has.any():
            guesses[has] = np.bincount(labels[has], minlength=CLASSES).argmax()
    return (guesses == labels).mean()


print(json.dumps({
    'texts': texts,
    'labels': labels.tolist(),
    'z': z.tolist(),
    'bits': bits,
    'accuracy': [accuracy(w) for w in range(WORDS)],
}))
