"""Scores pictures with a recipe, without nabij:  python score-recipe.py part.onnx FILE…   (onnxruntime, numpy, Pillow)

A recipe is one ONNX graph: uint8 RGB pixels [1, S, S, 3] in, score [1] and map [64, 64] out, both 0 to 1. Its limit
stands with what else it knows as JSON in its metadata. The same S × S pixels, a .npy file [S, S, 3], give nabij's score
to 1e-4. Pillow decodes other files a little differently than nabij (libvips): expect the second decimal to agree.
"""
import json
import os
import sys
os.environ["ORT_DISABLE_TELEMETRY"] = "1"  # before the import, or ONNX Runtime reports to its maker
import numpy as np
import onnxruntime


def pixels(file, size):
    if file.endswith(".npy"):
        return np.load(file)
    from PIL import Image, ImageOps
    picture = ImageOps.exif_transpose(Image.open(file)).convert("RGB")
    return np.asarray(picture.resize((size, size), Image.Resampling.BILINEAR))


recipe, *files = sys.argv[1:]
session = onnxruntime.InferenceSession(recipe, providers=["CPUExecutionProvider"])
facts = json.loads(session.get_modelmeta().custom_metadata_map["nabij"])
for file in files:
    score, anomaly_map = session.run(["score", "map"], {"pixels": pixels(file, facts["size"])[None]})
    verdict = "unsure" if facts["limit"] is None else "fail" if score[0] > facts["limit"] else "pass"
    print(json.dumps({"file": file, "verdict": verdict, "score": float(score[0]), "limit": facts["limit"],
                      "worst": float(anomaly_map.max())}))
