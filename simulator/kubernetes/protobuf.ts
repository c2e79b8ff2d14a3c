// Just enough protobuf to read the few bodies that kubectl never sends as JSON: text and message fields by number.

const magic = Buffer.from("k8s\0");
const typeField = 1;
const rawField = 2;

/** Fields of one message by field number, in order: texts and messages, and whole numbers as their digits. */
export type Message = Map<number, Buffer[]>;

/** True for Kubernetes' protobuf envelope. */
export function isProtobuf(body: Buffer): boolean {
  return body.subarray(0, magic.length).equals(magic);
}

/** The object inside Kubernetes' envelope (`k8s\0`, then runtime.Unknown whose field 2 is the object). */
export function openEnvelope(body: Buffer): Message {
  return messageAt(readMessage(body.subarray(magic.length)), rawField);
}

/** `HorizontalPodAutoscaler`, for example. */
export function kindInEnvelope(body: Buffer): string {
  return textAt(messageAt(readMessage(body.subarray(magic.length)), typeField), 2);
}

export function messageAt(message: Message, field: number): Message {
  return readMessage(message.get(field)?.[0] ?? Buffer.alloc(0));
}

export function textAt(message: Message, field: number): string {
  return message.get(field)?.[0]?.toString("utf8") ?? "";
}

/** Reads one message; throws a RangeError where it is cut short. */
export function readMessage(bytes: Buffer): Message {
  const message: Message = new Map();
  let position = 0;
  const varint = (): number => {
    for (let value = 0, factor = 1; ; factor *= 128) {
      const byte = bytes.readUInt8(position);
      position += 1;
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
  };
  while (position < bytes.length) {
    const tag = varint();
    const wireType = tag & 7;
    const field = Math.floor(tag / 8);
    const keep = (value: Buffer) => message.set(field, [...(message.get(field) ?? []), value]);
    if (wireType === 0) keep(Buffer.from(String(varint())));
    else if (wireType === 1) position += 8;
    else if (wireType === 5) position += 4;
    else if (wireType === 2) {
      const end = varint() + position;
      if (end > bytes.length) throw new RangeError("protobuf field is longer than its message");
      keep(bytes.subarray(position, end));
      position = end;
    } else throw new RangeError(`protobuf wire type ${wireType} is not used by Kubernetes`);
  }
  return message;
}
