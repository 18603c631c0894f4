// A codec as a testee, on the official library: java Codec.java DESCRIPTOR_SET, which "protoc --include_imports -o" makes.
// Replace decode and encode with your own codec's; the rest may stay.
import com.google.gson.*;
import com.google.protobuf.*;
import com.google.protobuf.Descriptors.FileDescriptor;
import com.google.protobuf.util.JsonFormat;
import java.io.*;
import java.nio.file.*;
import java.util.*;
class Codec {
  static final String HELLO = "{'version':1,'impl':{'name':'protobuf-java','language':'Java'},'roles':['codec'],'caps':['binary','json']}";
  static final Map<String, FileDescriptor> files = new HashMap<>();
  static final JsonFormat.TypeRegistry.Builder types = JsonFormat.TypeRegistry.newBuilder();

  static void decode(Message.Builder message, JsonObject data) throws Exception {
    if (data.has("b64")) message.mergeFrom(Base64.getDecoder().decode(data.get("b64").getAsString()));
    else JsonFormat.parser().usingTypeRegistry(types.build()).merge(data.get("text").getAsString(), message);
  }

  static Map<String, String> encode(Message message, String to) throws Exception {
    if (to.equals("binary")) return Map.of("b64", Base64.getEncoder().encodeToString(message.toByteArray()));
    return Map.of("text", JsonFormat.printer().usingTypeRegistry(types.build()).print(message));
  }

  public static void main(String[] args) throws Exception {
    for (var proto : DescriptorProtos.FileDescriptorSet.parseFrom(Files.readAllBytes(Path.of(args[0]))).getFileList()) {
      var imports = proto.getDependencyList().stream().map(files::get).toArray(FileDescriptor[]::new);
      files.put(proto.getName(), FileDescriptor.buildFrom(proto, imports));
      types.add(files.get(proto.getName()).getMessageTypes());
    }
    var output = new PrintStream(System.out, true, "UTF-8");
    for (var line : (Iterable<String>) new BufferedReader(new InputStreamReader(System.in, "UTF-8")).lines()::iterator) {
      var request = JsonParser.parseString(line).getAsJsonObject();
      var answer = new JsonObject();
      var stage = "decode";
      try {
        if (request.has("type")) {
          var message = DynamicMessage.newBuilder(types.build().find(request.get("type").getAsString()));
          decode(message, request.getAsJsonObject("data"));
          stage = "encode";
          answer.add("ok", new Gson().toJsonTree(encode(message.build(), request.get("to").getAsString())));
        } else answer.add("ok", JsonParser.parseString(HELLO));
      } catch (Exception | StackOverflowError error) {
        answer.add("reject", JsonParser.parseString("{'stage':'" + stage + "'}"));
      }
      answer.add("id", request.get("id"));
      output.println(answer);
    }
  }
}
