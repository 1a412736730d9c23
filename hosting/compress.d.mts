export declare function compressFiles(directory: string): Promise<void>
