/* generated using openapi-typescript-codegen -- do not edit */
/* istanbul ignore file */
/* tslint:disable */
/* eslint-disable */
/**
 * The import with which a file was compared.
 */
export type ComparedImport = {
    /**
     * Id of the import.
     */
    id: string;
    /**
     * Name of its file.
     */
    fileName: string;
    /**
     * When the file was uploaded.
     */
    createdAt: string;
};
