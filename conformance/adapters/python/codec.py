# A codec as a testee, on the official library: python3 codec.py DESCRIPTOR_SET, which "protoc --include_imports -o" makes.
# Reads a JSON object a line, writes one for each. Replace decode and encode with your own codec's; the rest may stay.
import base64
import json
import sys
from google import protobuf
from google.protobuf import descriptor_pb2, descriptor_pool, json_format, message_factory

pool = descriptor_pool.DescriptorPool()
with open(sys.argv[1], "rb") as file:
    for proto in descriptor_pb2.FileDescriptorSet.FromString(file.read()).file:
        pool.AddSerializedFile(proto.SerializeToString())
class_of = getattr(message_factory, "GetMessageClass", None) or message_factory.MessageFactory(pool).GetPrototype

HELLO = {
    "version": 1,
    "impl": {"name": "protobuf", "version": protobuf.__version__, "language": "Python"},
    "roles": ["codec"],
    "caps": ["binary", "json"],
}


def decode(message, data):
    if "b64" in data:
        message.ParseFromString(base64.b64decode(data["b64"]))
    else:
        json_format.Parse(data["text"], message, descriptor_pool=pool)


def encode(message, to):
    if to == "binary":
        return {"b64": base64.b64encode(message.SerializeToString()).decode()}
    return {"text": json_format.MessageToJson(message, descriptor_pool=pool)}


def transcode(request):
    message = class_of(pool.FindMessageTypeByName(request["type"]))()
    stage = "decode"
    try:
        decode(message, request["data"])
        stage = "encode"
        return {"ok": encode(message, request["to"])}
    except Exception as error:
        return {"reject": {"stage": stage, "message": str(error)}}


for line in sys.stdin.buffer:
    request = json.loads(line)
    answer = {"hello": lambda _: {"ok": HELLO}, "transcode": transcode}.get(request["cmd"], lambda _: {"ok": {}})
    print(json.dumps({"id": request["id"], **answer(request)}), flush=True)
