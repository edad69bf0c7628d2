# What asks Triton, KServe or OpenVINO Model Server asks the box: the address and a token are all that changes. The picture goes as bytes.
import json
import os
import sys
import numpy
from tritonclient.http import InferenceServerClient, InferInput

picture, model = sys.argv[1:]
client = InferenceServerClient(os.environ["KSERVE_URL"].removeprefix("http://"))
given = InferInput("picture", [1], "BYTES")
with open(picture, "rb") as file:
    given.set_data_from_numpy(numpy.array([file.read()], dtype=object))
answer = client.infer(model, [given], headers={"Authorization": "Bearer " + os.environ["KSERVE_TOKEN"]})
print(json.dumps([{"name": "verdict", "data": [str(each) for each in answer.as_numpy("verdict")]}]))
