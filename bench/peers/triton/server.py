"""NVIDIA Triton with a model that looks at nothing: what is left is the way there and back. Argument: the HTTP port."""
import sys

import numpy
from pytriton.model_config import ModelConfig, Tensor
from pytriton.triton import Triton, TritonConfig

verdict = numpy.array([b"pass"], dtype=object)


def look(requests):
    return [{"verdict": verdict} for _ in requests]


config = TritonConfig(http_port=int(sys.argv[1]), http_address="127.0.0.1", allow_grpc=False, allow_metrics=False)
with Triton(config=config) as server:
    server.bind(
        model_name="biscuits",
        infer_func=look,
        inputs=[Tensor(name="picture", dtype=bytes, shape=(1,))],
        outputs=[Tensor(name="verdict", dtype=bytes, shape=(1,))],
        config=ModelConfig(batching=False),
    )
    server.serve()
