"""Errors as the official clients raise them, and the life of a model: by type and code, not by text. A line of JSON for each check."""
import base64
import io
import json
import os
import struct
import sys
import traceback

import boto3
import numpy
from azure.cognitiveservices.vision.customvision.prediction import CustomVisionPredictionClient
from azure.cognitiveservices.vision.customvision.prediction.models import CustomVisionErrorException
from botocore.config import Config
from botocore.exceptions import ClientError
from msrest.authentication import ApiKeyCredentials
from tritonclient.http import InferenceServerClient, InferInput
from tritonclient.utils import InferenceServerException

good_file, bad_file, clients = sys.argv[1], sys.argv[2], json.loads(sys.argv[3])
with open(good_file, "rb") as file:
    good = file.read()
with open(bad_file, "rb") as file:
    bad = file.read()


def aws(dialect, service, **over):
    env = clients[dialect]
    return boto3.client(
        service,
        region_name="eu-west-1",
        endpoint_url=next(value for name, value in env.items() if name.startswith("AWS_ENDPOINT_URL")),
        aws_access_key_id=over.get("access", env["AWS_ACCESS_KEY_ID"]),
        aws_secret_access_key=over.get("secret", env["AWS_SECRET_ACCESS_KEY"]),
        config=Config(retries={"total_max_attempts": 1}),
    )


def code_of(work):
    try:
        work()
    except ClientError as error:
        return error.response["Error"]["Code"]
    return "no error"


def raised(kind, work):
    try:
        work()
    except kind as error:
        return error
    raise AssertionError(f"{kind} was expected")


def equal(found, expected):
    assert found == expected, f"{found!r} instead of {expected!r}"


def detect(model="koekjes", body=good, **over):
    vision = aws("lookout-vision", "lookoutvision", **over)
    return vision.detect_anomalies(ProjectName=model, ModelVersion="1", ContentType="image/jpeg", Body=body)


def labels(model="koekjes", body=good, **more):
    arn = f"arn:aws:rekognition:eu-west-1:123456789012:project/{model}/version/v1/1690000000000"
    return aws("rekognition", "rekognition").detect_custom_labels(ProjectVersionArn=arn, Image={"Bytes": body}, **more)


def invoke(model="koekjes", body=good, **over):
    runtime = aws("sagemaker", "sagemaker-runtime", **over)
    return runtime.invoke_endpoint(EndpointName=model, ContentType="image/jpeg", Body=body)


def lookout_typed():
    vision = aws("lookout-vision", "lookoutvision", secret="wrong")
    raised(
        vision.exceptions.AccessDeniedException,
        lambda: vision.detect_anomalies(ProjectName="koekjes", ModelVersion="1", ContentType="image/jpeg", Body=good),
    )


def lookout_mask():
    result = detect(body=bad)["DetectAnomalyResult"]
    first, *others = result["Anomalies"]
    equal((first["Name"], first["PixelAnomaly"]["Color"]), ("background", "#FFFFFF"))
    assert others and all(0 < each["PixelAnomaly"]["TotalPercentageArea"] <= 1 for each in others), others
    # The client has decoded the base64: what is left is a PNG as large as the picture.
    mask = result["AnomalyMask"]
    equal(mask[:8], b"\x89PNG\r\n\x1a\n")
    equal(struct.unpack(">II", mask[16:24]), jpeg_size(bad))
    # Programs for models that draw read mask and anomalies of good parts as well.
    passed = detect(body=good)["DetectAnomalyResult"]
    equal([each["Name"] for each in passed["Anomalies"]], ["background"])
    equal(struct.unpack(">II", passed["AnomalyMask"][16:24]), jpeg_size(good))


def jpeg_size(data):
    at = 2
    while data[at + 1] not in (0xC0, 0xC1, 0xC2):
        at += 2 + struct.unpack(">H", data[at + 2 : at + 4])[0]
    height, width = struct.unpack(">HH", data[at + 5 : at + 9])
    return width, height


def lookout_stream():
    # A body that is read as it goes, as a camera's file is.
    assert not detect(body=io.BytesIO(good))["DetectAnomalyResult"]["IsAnomalous"]


def lookout_life():
    vision = aws("lookout-vision", "lookoutvision")
    equal(vision.describe_model(ProjectName="koekjes", ModelVersion="1")["ModelDescription"]["Status"], "HOSTED")
    equal(len(vision.list_models(ProjectName="koekjes")["Models"]), 1)
    equal(vision.list_projects()["Projects"][0]["ProjectName"], "koekjes")
    equal(vision.stop_model(ProjectName="koekjes", ModelVersion="1")["Status"], "STOPPING_HOSTING")
    equal(vision.describe_model(ProjectName="koekjes", ModelVersion="1")["ModelDescription"]["Status"], "TRAINED")
    equal(code_of(detect), "ConflictException")
    equal(code_of(lambda: labels()), "ResourceNotReadyException")
    equal(triton().is_model_ready("koekjes", headers=token()), False)
    started = vision.start_model(ProjectName="koekjes", ModelVersion="1", MinInferenceUnits=1)
    equal(started["Status"], "STARTING_HOSTING")
    assert "DetectAnomalyResult" in detect()


def rekognition_least():
    # What passes has the good label; nothing reaches more than 100 per cent.
    equal(labels(MinConfidence=50)["CustomLabels"][0]["Name"], "goed")
    equal(len(labels(MaxResults=1)["CustomLabels"]), 1)
    box = labels(body=bad)["CustomLabels"][0]["Geometry"]["BoundingBox"]
    assert all(0 <= box[side] <= 1 for side in ("Width", "Height", "Left", "Top")), box


def rekognition_life():
    client = aws("rekognition", "rekognition")
    arn = "arn:aws:rekognition:eu-west-1:123456789012:project/koekjes/1690000000000"
    equal(client.describe_project_versions(ProjectArn=arn)["ProjectVersionDescriptions"][0]["Status"], "RUNNING")
    client.get_waiter("project_version_running").wait(ProjectArn=arn, WaiterConfig={"Delay": 1, "MaxAttempts": 2})


def azure(key=None):
    env = clients["custom-vision"]
    held = ApiKeyCredentials(in_headers={"Prediction-key": key or env["PREDICTION_KEY"]})
    return CustomVisionPredictionClient(env["PREDICTION_ENDPOINT"], held)


project = "5c1f4d3e-0000-4000-8000-000000000001"


def azure_error(status, code, work):
    error = raised(CustomVisionErrorException, work)
    equal((error.response.status_code, error.error.code), (status, code))


def azure_detect():
    box = azure().detect_image(project, "koekjes", bad).predictions[0].bounding_box
    assert 0 <= box.left <= 1 and 0 < box.width <= 1, box


def token():
    return {"Authorization": "Bearer " + clients["kserve"]["KSERVE_TOKEN"]}


def triton():
    return InferenceServerClient(clients["kserve"]["KSERVE_URL"].removeprefix("http://"))


def ask_triton(model="koekjes", data=good, binary=True, headers=None):
    given = InferInput("picture", [1], "BYTES")
    given.set_data_from_numpy(numpy.array([data], dtype=object), binary_data=binary)
    return triton().infer(model, [given], headers=headers or token(), request_id="r-1")


def triton_status(status, work):
    equal(raised(InferenceServerException, work).status(), status)


def triton_meta():
    client = triton()
    equal([client.is_server_live(headers=token()), client.is_server_ready(headers=token())], [True, True])
    equal(client.is_model_ready("koekjes", headers=token()), True)
    equal(client.get_server_metadata(headers=token())["extensions"], ["binary_tensor_data"])
    equal(client.get_model_metadata("koekjes", headers=token())["inputs"][0]["datatype"], "BYTES")


def triton_text():
    answer = ask_triton(data=base64.b64encode(good).decode(), binary=False)
    equal(answer.as_numpy("verdict")[0], "pass")
    equal((answer.as_numpy("score").dtype, answer.get_response()["id"]), (numpy.float32, "r-1"))


none = b"no picture"
checks = {
    "lookout-vision: a wrong secret is the client's own AccessDeniedException": lookout_typed,
    "lookout-vision: an unknown access key is AccessDeniedException": lambda: equal(
        code_of(lambda: detect(access="AKIAIOSFODNN7EXAMPLE")), "AccessDeniedException"
    ),
    "lookout-vision: an unknown project is ResourceNotFoundException": lambda: equal(
        code_of(lambda: detect(model="moeren")), "ResourceNotFoundException"
    ),
    "lookout-vision: what is no picture is ValidationException": lambda: equal(
        code_of(lambda: detect(body=none)), "ValidationException"
    ),
    "lookout-vision: a bad part comes with a mask as large as its picture": lookout_mask,
    "lookout-vision: a body that is a stream is answered": lookout_stream,
    "lookout-vision: a model is stopped and started": lookout_life,
    "rekognition: an unknown model is ResourceNotFoundException": lambda: equal(
        code_of(lambda: labels(model="moeren")), "ResourceNotFoundException"
    ),
    "rekognition: what is no picture is InvalidImageFormatException": lambda: equal(
        code_of(lambda: labels(body=none)), "InvalidImageFormatException"
    ),
    "rekognition: a good part has its label, a bad one its box": rekognition_least,
    "rekognition: the model runs, and the client's own waiter sees it": rekognition_life,
    "sagemaker: a wrong secret is AccessDeniedException": lambda: equal(
        code_of(lambda: invoke(secret="wrong")), "AccessDeniedException"
    ),
    "sagemaker: an unknown endpoint is ValidationError": lambda: equal(
        code_of(lambda: invoke(model="moeren")), "ValidationError"
    ),
    "custom-vision: a wrong key is an error with status 401": lambda: azure_error(
        401, "Unauthorized", lambda: azure("wrong").classify_image(project, "koekjes", good)
    ),
    "custom-vision: an unknown name is NotFoundIteration": lambda: azure_error(
        404, "NotFoundIteration", lambda: azure().classify_image(project, "moeren", good)
    ),
    "custom-vision: what is no picture is BadRequestImageFormat": lambda: azure_error(
        400, "BadRequestImageFormat", lambda: azure().classify_image(project, "koekjes", none)
    ),
    "custom-vision: the address of a picture is BadRequestImageUrl": lambda: azure_error(
        400, "BadRequestImageUrl", lambda: azure().classify_image_url(project, "koekjes", "http://127.0.0.1/x.jpg")
    ),
    "custom-vision: a bad part is found in a box": azure_detect,
    "kserve: server and model say what they are": triton_meta,
    "kserve: a picture as text, scores as the client's own numbers": triton_text,
    "kserve: a wrong token is an error with status 401": lambda: triton_status(
        "401", lambda: ask_triton(headers={"Authorization": "Bearer wrong"})
    ),
    "kserve: an unknown model is an error with status 404": lambda: triton_status(
        "404", lambda: ask_triton(model="moeren")
    ),
    "kserve: what is no picture is an error with status 400": lambda: triton_status("400", lambda: ask_triton(data=none)),
}
for name, work in checks.items():
    try:
        work()
        print(json.dumps({"name": name, "error": None}))
    except Exception:
        print(json.dumps({"name": name, "error": traceback.format_exc()[-500:]}))
os._exit(0)
