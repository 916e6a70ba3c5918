package org.dapple.dbinit.demo;

/**
 * A file of the demonstration survey.
 *
 * @param scope of the DID that it is the file of
 * @param name of that DID
 * @param bytes a FITS image
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record DemoFile(String scope, String name, byte[] bytes) {}
