package org.dapple.datalink;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dapple.datalink.place.Place;

/** Writes a MaxMind database (MaxMind DB 2.0) of one IPv4 address and the place where it is. */
final class CityFile {

    private static final int BITS = 32;
    private static final int SEPARATOR = 16;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    private CityFile() {}

    static Path write(Path file, String address, Place place) throws IOException {
        CityFile database = new CityFile();
        database.tree(InetAddress.getByName(address).getAddress());
        database.out.write(new byte[SEPARATOR]);
        database.city(place);
        database.metadata();
        return Files.write(file, database.bytes.toByteArray());
    }

    /** A node for each bit: the bit of the address leads on and at last to the data, the other one nowhere. */
    private void tree(byte[] address) throws IOException {
        for (int node = 0; node < BITS; node++) {
            boolean bit = (address[node / 8] >> (7 - node % 8) & 1) == 1;
            int next = node == BITS - 1 ? BITS + SEPARATOR : node + 1;
            record(bit ? BITS : next);
            record(bit ? next : BITS);
        }
    }

    private void record(int value) throws IOException {
        out.writeByte(value >> 16);
        out.writeShort(value);
    }

    private void city(Place place) throws IOException {
        map(1);
        text("location");
        map(2);
        text("latitude");
        number(place.latitude());
        text("longitude");
        number(place.longitude());
    }

    private void metadata() throws IOException {
        out.write(new byte[] {(byte) 0xAB, (byte) 0xCD, (byte) 0xEF});
        out.writeBytes("MaxMind.com");
        map(9);
        text("node_count");
        whole(6, BITS);
        text("record_size");
        whole(5, 24);
        text("ip_version");
        whole(5, 4);
        text("database_type");
        text("Test-City");
        text("languages");
        out.write(new byte[] {0, 4});
        text("binary_format_major_version");
        whole(5, 2);
        text("binary_format_minor_version");
        whole(5, 0);
        text("build_epoch");
        out.write(new byte[] {1, 2, 1});
        text("description");
        map(0);
    }

    private void map(int members) throws IOException {
        out.writeByte(7 << 5 | members);
    }

    private void text(String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeByte(2 << 5 | utf8.length);
        out.write(utf8);
    }

    private void number(double number) throws IOException {
        out.writeByte(3 << 5 | Double.BYTES);
        out.writeDouble(number);
    }

    private void whole(int type, int number) throws IOException {
        out.writeByte(type << 5 | 1);
        out.writeByte(number);
    }
}
