export interface ArchivedFile {
  readonly name: string
  readonly input: Buffer
  readonly lastModified: Date
}

export declare function archivedFiles(directory: string): Promise<readonly ArchivedFile[]>
export declare function faultsOf(files: readonly ArchivedFile[]): readonly string[]
export declare function archiveOf(files: readonly ArchivedFile[]): Promise<Buffer>
