package main // A codec as a testee: codec DESCRIPTOR_SET, which "protoc --include_imports -o" makes. Replace decode and encode.
import (
	"encoding/base64"
	"encoding/json"
	"google.golang.org/protobuf/encoding/protojson"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/reflect/protodesc"
	"google.golang.org/protobuf/reflect/protoreflect"
	"google.golang.org/protobuf/types/descriptorpb"
	"google.golang.org/protobuf/types/dynamicpb"
	"os"
)

type object = map[string]any

func decode(message proto.Message, data object) error {
	if text, ok := data["text"].(string); ok {
		return protojson.Unmarshal([]byte(text), message)
	}
	bytes, _ := base64.StdEncoding.DecodeString(data["b64"].(string))
	return proto.Unmarshal(bytes, message)
}
func encode(message proto.Message, to any) (any, error) {
	if to == "json" {
		text, err := protojson.Marshal(message)
		return object{"text": string(text)}, err
	}
	bytes, err := proto.Marshal(message)
	return object{"b64": base64.StdEncoding.EncodeToString(bytes)}, err
}
func main() {
	bytes, _ := os.ReadFile(os.Args[1])
	set := &descriptorpb.FileDescriptorSet{}
	proto.Unmarshal(bytes, set)
	files, _ := protodesc.NewFiles(set)
	for input, request := json.NewDecoder(os.Stdin), (object{}); input.Decode(&request) == nil; request = nil {
		key, value := "ok", any(json.RawMessage(`{"version":1,"impl":{"name":"protobuf-go","language":"Go"},"roles":["codec"],"caps":["binary","json"]}`))
		if request["cmd"] == "transcode" {
			descriptor, _ := files.FindDescriptorByName(protoreflect.FullName(request["type"].(string)))
			message := dynamicpb.NewMessage(descriptor.(protoreflect.MessageDescriptor))
			if err := decode(message, request["data"].(object)); err != nil {
				key, value = "reject", object{"stage": "decode", "message": err.Error()}
			} else if value, err = encode(message, request["to"]); err != nil {
				key, value = "reject", object{"stage": "encode", "message": err.Error()}
			}
		}
		json.NewEncoder(os.Stdout).Encode(object{"id": request["id"], key: value})
	}
}
