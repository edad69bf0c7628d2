# What worked against Amazon Lookout for Vision works against the box: AWS_ENDPOINT_URL_LOOKOUTVISION and a key are all that
# changes. boto3 dropped the service in October 2025: AWS_DATA_PATH names a folder with its last published model.
import json
import sys
import boto3

picture, project = sys.argv[1:]
client = boto3.client("lookoutvision", region_name="eu-west-1")
with open(picture, "rb") as body:
    answer = client.detect_anomalies(ProjectName=project, ModelVersion="1", ContentType="image/jpeg", Body=body)
print(json.dumps(answer["DetectAnomalyResult"], default=lambda mask: len(mask)))
