import { useState } from 'react';
import type { Problem } from '../../../../api/problem.js';
import { useAction } from '../../../../api/use-action.js';
import { START_IMPORT, UPLOAD_PART } from './organization-import.query.js';

/** Bytes of one part. */
const PART_BYTES = 384 * 1024;

/** The bytes of a part in base64. */
function base64Of(part: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(reader.error ?? new Error('unreadable'));
    reader.readAsDataURL(part);
  });
}

/** Sends a file in parts. */
export interface Upload {
  /** Share that has arrived, in percent; null while nothing is sent. */
  readonly percent: number | null;
  readonly problem: Problem | null;
  /** Gives whether all of it has arrived. */
  readonly send: (file: File) => Promise<boolean>;
}

export function useUpload(): Upload {
  const start = useAction(START_IMPORT);
  const upload = useAction(UPLOAD_PART);
  const [percent, setPercent] = useState<number | null>(null);
  const sendParts = async (file: File): Promise<boolean> => {
    const input = { fileName: file.name, size: file.size, clientMutationId: crypto.randomUUID() };
    const begun = await start.run({ input });
    if (!begun) return false;
    const importId = begun.organizationImport.id;
    for (let position = 0; position * PART_BYTES < file.size; position++) {
      const part = file.slice(position * PART_BYTES, (position + 1) * PART_BYTES);
      const content = await base64Of(part);
      if (!(await upload.run({ input: { importId, position, content } }))) return false;
      setPercent(Math.min(100, Math.round(((position + 1) * PART_BYTES * 100) / file.size)));
    }
    return true;
  };
  const send = async (file: File) => {
    setPercent(0);
    try {
      return await sendParts(file);
    } finally {
      setPercent(null);
    }
  };
  return { percent, problem: start.problem ?? upload.problem, send };
}
