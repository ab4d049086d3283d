/** A file as the API gives it. */
export interface GivenFile {
  readonly base64: string;
  readonly fileName: string;
  readonly mediaType: string;
}

/** Lets the browser save a file. */
export function saveFile({ base64, fileName, mediaType }: GivenFile): void {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([bytes], { type: mediaType }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(address);
}
