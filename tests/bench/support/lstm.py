"""A training step of the benchmark's LSTM in PyTorch on the processor: Embedding(10000, 128), LSTM(128), Linear(128, 4), Adam,
batch 128, 40 words. Prints one line of JSON: the median of the steps' milliseconds, and the threads used.
Run: python3 lstm.py [THREADS]"""
import json
import statistics
import sys
import time

import torch

ROWS, WORDS, TABLE_ROWS, WIDTH, UNITS, CLASSES = 128, 40, 10_000, 128, 128, 4
WARM_UP, STEPS = 3, 11

torch.set_num_threads(int(sys.argv[1]) if len(sys.argv) > 1 else 2)
torch.manual_seed(1)
embedding = torch.nn.Embedding(TABLE_ROWS, WIDTH)
lstm = torch.nn.LSTM(WIDTH, UNITS, batch_first=True)
head = torch.nn.Linear(UNITS, CLASSES)
parts = torch.nn.ModuleList([embedding, lstm, head])
optimizer = torch.optim.Adam(parts.parameters())
ids = (torch.rand(ROWS, WORDS) ** 2 * TABLE_ROWS).long()
labels = torch.arange(ROWS) % CLASSES


def step():
    """One step, its loss read as a training loop would."""
    optimizer.zero_grad()
    states, _ = lstm(embedding(ids))
    loss = torch.nn.functional.cross_entropy(head(states[:, -1]), labels)
    loss.backward()
    optimizer.step()
    return loss.item()


times = []
for i in range(WARM_UP + STEPS):
    start = time.perf_counter()
    step()
    times.append(1000 * (time.perf_counter() - start))
print(json.dumps({"ms": statistics.median(times[WARM_UP:]), "threads": torch.get_num_threads()}))
