# What worked against Amazon Rekognition Custom Labels works against the box: AWS_ENDPOINT_URL_REKOGNITION and a key are all that changes.
import json
import sys
import boto3

picture, model = sys.argv[1:]
client = boto3.client("rekognition", region_name="eu-west-1")
arn = f"arn:aws:rekognition:eu-west-1:123456789012:project/{model}/version/v1/1690000000000"
with open(picture, "rb") as file:
    answer = client.detect_custom_labels(ProjectVersionArn=arn, Image={"Bytes": file.read()}, MinConfidence=50)
print(json.dumps(answer["CustomLabels"]))
