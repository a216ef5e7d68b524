# How hard a sample is for a linear model: TF-IDF and LinearSVC, trained on train.csv, judged on test.csv.
# Run: python3 scripts/samples/check.py (Debian: python3-sklearn). The answer should lie between 75 and 92 %.
import csv
import pathlib

from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.svm import LinearSVC

ROOT = pathlib.Path(__file__).resolve().parents[2] / "public" / "samples"


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        table = list(csv.reader(file))
    return [f"{title} {body}" for _, title, body in table], [int(label) for label, _, _ in table]


for name, settings in {
    "english": dict(ngram_range=(1, 2), sublinear_tf=True),
    "chinese": dict(analyzer="char", ngram_range=(1, 2), sublinear_tf=True),
}.items():
    if not (ROOT / name / "train.csv").exists():
        continue
    train, train_labels = rows(ROOT / name / "train.csv")
    test, test_labels = rows(ROOT / name / "test.csv")
    vectorizer = TfidfVectorizer(**settings)
    x, z = vectorizer.fit_transform(train), vectorizer.transform(test)
    for model in (LinearSVC(C=0.5), LogisticRegression(C=10, max_iter=1000)):
        accuracy = model.fit(x, train_labels).score(z, test_labels)
        print(f"{name}: {len(train)} train, {len(test)} test, {type(model).__name__} {accuracy:.1%}")
