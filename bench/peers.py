"""The same work by implicit and SciPy, in one thread.

Each line of the input is an order in JSON, each line of the output its answer. A log comes as two files of
32-bit integers, and the time of a fit begins there: with the columns, as ours does.
"""

import json
import platform
import sys
import time
import warnings

import implicit
import numpy as np
import scipy
import scipy.sparse as sp
from implicit.cpu.als import AlternatingLeastSquares
from implicit.cpu.bpr import BayesianPersonalizedRanking
from implicit.nearest_neighbours import CosineRecommender

users = items = shape = scored = None


def matrix(dtype=np.float32):
    ones = np.ones(len(users), dtype)
    R = sp.csr_matrix((ones, (users, items)), shape)
    R.data[:] = 1  # a repeated pair counts once
    return R


def als(order):
    AlternatingLeastSquares(
        factors=order["factors"],
        regularization=order["reg"],
        alpha=order["alpha"],
        iterations=order["iters"],
        use_cg=order["cg"],
        num_threads=1,
        random_state=0,
        dtype=np.float32,
    ).fit(matrix(), show_progress=False)


def bpr(order):
    BayesianPersonalizedRanking(
        factors=order["factors"],
        learning_rate=order["lr"],
        regularization=order["reg"],
        iterations=order["epochs"],
        num_threads=1,
        random_state=0,
    ).fit(matrix(), show_progress=False)


def cosines(_):
    R = matrix(np.float64)
    norms = np.sqrt(np.asarray(R.sum(axis=0)).ravel())
    norms[norms == 0] = 1
    B = R @ sp.diags(1 / norms)
    B.T.tocsr() @ B


def neighbours(order):
    # It would rather have the rows than the columns, and turns them round with a word to the reader.
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        CosineRecommender(K=order["k"], num_threads=1).fit(matrix(), show_progress=False)


def lists(order):
    model, R, everyone = scored
    model.recommend(everyone, R, N=order["k"], filter_already_liked_items=True)


def prepare(order):
    """Factors for lists, outside of the time."""
    global scored
    if "factors" in order:
        R = matrix()
        model = AlternatingLeastSquares(factors=order["factors"], iterations=1, num_threads=1, random_state=0)
        model.fit(R, show_progress=False)
        scored = (model, R, np.arange(shape[0]))
    return {}


def versions(_):
    names = {"Python": platform.python_version(), "NumPy": np.__version__}
    return {"versions": names | {"SciPy": scipy.__version__, "implicit": implicit.__version__}}


def read(order):
    global users, items, shape
    users = np.fromfile(order["users"], np.int32)
    items = np.fromfile(order["items"], np.int32)
    shape = (order["nUsers"], order["nItems"])
    return {}


def timed(work):
    def run(order):
        start = time.perf_counter()
        work(order)
        return {"seconds": time.perf_counter() - start}

    return run


known = {f.__name__: timed(f) for f in (als, bpr, cosines, neighbours, lists)}
known |= {f.__name__: f for f in (versions, read, prepare)}

for line in sys.stdin:
    order = json.loads(line)
    print(json.dumps(known[order["do"]](order)), flush=True)
