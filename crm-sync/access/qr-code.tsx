import { create } from 'qrcode';

/** Light modules around the code that readers need (ISO/IEC 18004). */
const quiet = 4;

/** A QR code as one path: dark on light in both themes, since readers expect it so. Nothing inline but shapes. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules;
  const side = size + 2 * quiet;
  const path = Array.from(data)
    .map((dark, at) => (dark ? `M${(at % size) + quiet} ${Math.floor(at / size) + quiet}h1v1h-1z` : ''))
    .join('');
  return (
    <svg
      class="qr"
      viewBox={`0 0 ${side} ${side}`}
      role="img"
      aria-label={label}
      shape-rendering="crispEdges"
    >
      <rect width={side} height={side} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
