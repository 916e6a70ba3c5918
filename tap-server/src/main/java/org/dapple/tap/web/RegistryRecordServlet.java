package org.dapple.tap.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.dapple.dali.http.BaseUrl;
import org.dapple.dali.http.Resource;
import org.dapple.dali.http.TaggedDocument;
import org.dapple.dali.vosi.RegistryRecord;
import org.dapple.tap.vosi.RegistryRecords;
import org.dapple.tap.vosi.ServiceDescription;

/** {@code /tap/record} and its likes: what a registry is told of a service. */
final class RegistryRecordServlet extends Resource {

    private final transient BaseUrl baseUrl;
    private final transient ServiceDescription service;
    private final transient RegistryRecords records;

    RegistryRecordServlet(BaseUrl baseUrl, ServiceDescription service, RegistryRecords records) {
        this.baseUrl = baseUrl;
        this.service = service;
        this.records = records;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        RegistryRecord ofService = records.of(service, baseUrl.of(request));
        TaggedDocument.of("application/xml", ofService::write).send(request, response);
    }
}
