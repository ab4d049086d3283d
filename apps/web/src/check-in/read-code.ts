interface CodeDetector {
  detect(source: ImageBitmapSource): Promise<{ rawValue: string }[]>;
}

type DetectorClass = new (options: { formats: string[] }) => CodeDetector;

/** Longest side at which a picture is looked at; a QR code on a ticket needs no more. */
const LONGEST = 1200;

/** Draws a picture so that its points can be read. */
export function pointsOf(source: CanvasImageSource, width: number, height: number): ImageData | null {
  const scale = Math.min(1, LONGEST / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(width * scale));
  canvas.height = Math.max(1, Math.round(height * scale));
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return null;
  context.drawImage(source, 0, 0, canvas.width, canvas.height);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}

let detector: CodeDetector | null | undefined;

/** The browser's own reader where it has one. */
function ownDetector(): CodeDetector | null {
  if (detector !== undefined) return detector;
  const { BarcodeDetector } = globalThis as { BarcodeDetector?: DetectorClass };
  try {
    detector = BarcodeDetector ? new BarcodeDetector({ formats: ['qr_code'] }) : null;
  } catch {
    detector = null;
  }
  return detector;
}

/** Loads the reader that works in every browser, so that it is there without a network. */
export const loadReader = () => import('jsqr').then((module) => module.default);

/** The text of the QR code in a picture; null when none is found. */
export async function readCode(points: ImageData): Promise<string | null> {
  const own = ownDetector();
  if (own) {
    const found = await own.detect(points).catch(() => {
      detector = null;
      return [];
    });
    if (found[0]) return found[0].rawValue;
  }
  const read = await loadReader();
  return read(points.data, points.width, points.height)?.data ?? null;
}

/** The text of the QR code in a photo; null when none is found. */
export async function readPhoto(photo: Blob): Promise<string | null> {
  const bitmap = await createImageBitmap(photo);
  const points = pointsOf(bitmap, bitmap.width, bitmap.height);
  bitmap.close();
  return points && readCode(points);
}
