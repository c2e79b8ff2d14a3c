// Access reviews in both encodings. kubectl sends protobuf; the bytes here are built field by field.
import { openEnvelope, readMessage } from "../../../simulator/kubernetes/protobuf.ts";
import { readReview, rulesReview } from "../../../simulator/kubernetes/reviews.ts";

const access = "selfsubjectaccessreviews";
const field = (number: number, value: string | Buffer) => {
  const bytes = Buffer.from(value);
  return Buffer.concat([Buffer.from([number * 8 + 2, bytes.length]), bytes]);
};
const review = (...spec: Buffer[]) => Buffer.concat([field(1, ""), field(2, Buffer.concat(spec))]);
const envelope = (object: Buffer) =>
  Buffer.concat([Buffer.from("k8s\0"), field(1, "type"), field(2, object)]);

const attributes = {
  verb: "get",
  group: "apps",
  resource: "deployments",
  subresource: "scale",
  namespace: "shop",
  name: "web",
};

test.each([
  [
    "protobuf",
    envelope(
      review(
        field(
          1,
          Buffer.concat(
            ["shop", "get", "apps", "*", "deployments", "scale", "web"].map((t, i) => field(i + 1, t)),
          ),
        ),
      ),
    ),
  ],
  ["JSON", Buffer.from(JSON.stringify({ spec: { resourceAttributes: attributes } }))],
])("a resource is asked about in %s", (_, body) => {
  expect(readReview(access, body)).toEqual({ kind: "resource", attributes });
});

test.each([
  ["protobuf", envelope(review(field(2, Buffer.concat([field(1, "/metrics"), field(2, "get")]))))],
  ["JSON", Buffer.from('{"spec":{"nonResourceAttributes":{"path":"/metrics","verb":"get"}}}')],
])("a path is asked about in %s", (_, body) => {
  expect(readReview(access, body)).toEqual({ kind: "path", path: "/metrics", verb: "get" });
});

test("a message that is cut short is refused", () => {
  expect(() => readMessage(Buffer.from([10, 5, 1]))).toThrow(RangeError);
  expect(() => openEnvelope(Buffer.from("k8s\0\x0b"))).toThrow(RangeError);
});

test("an authorizer without a list of rules says so", () => {
  expect(rulesReview(null)).toMatchObject({ status: { incomplete: true, resourceRules: [] } });
});
