// What Teams asks of an icon beyond the schema: its size, and that it is a PNG that can be transparent.

const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Colour types of the PNG header that carry an alpha channel: grey with alpha, and colour with alpha. */
const withAlpha = new Set([4, 6]);

/** One sentence for each thing that Teams would refuse; `size` is width and height in pixels. */
export function checkIcon(file: string, png: Uint8Array, size: number): string[] {
  const bytes = new DataView(png.buffer, png.byteOffset, png.byteLength);
  if (png.length < 26 || signature.some((byte, index) => png[index] !== byte))
    return [`${file} is not a PNG picture: save it as one, ${size} × ${size} pixels.`];
  const [width, height] = [bytes.getUint32(16), bytes.getUint32(20)];
  return [
    ...(width === size && height === size
      ? []
      : [`${file} is ${width} × ${height} pixels: Teams takes ${size} × ${size} only.`]),
    ...(withAlpha.has(bytes.getUint8(25))
      ? []
      : [`${file} has no transparency: save it with an alpha channel.`]),
  ];
}
