# What worked against Azure Custom Vision works against the box: the endpoint and the key, given to the constructor, are all that changes.
import json
import os
import sys
from azure.cognitiveservices.vision.customvision.prediction import CustomVisionPredictionClient
from msrest.authentication import ApiKeyCredentials

picture, name = sys.argv[1:]
key = ApiKeyCredentials(in_headers={"Prediction-key": os.environ["PREDICTION_KEY"]})
client = CustomVisionPredictionClient(os.environ["PREDICTION_ENDPOINT"], key)
with open(picture, "rb") as file:
    answer = client.classify_image("5c1f4d3e-0000-4000-8000-000000000001", name, file.read())
print(json.dumps([{"tagName": each.tag_name, "probability": each.probability} for each in answer.predictions]))
