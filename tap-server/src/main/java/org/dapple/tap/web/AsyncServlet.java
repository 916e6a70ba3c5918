package org.dapple.tap.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.dapple.dali.http.BaseUrl;
import org.dapple.dali.http.HttpParameters;
import org.dapple.dali.http.Resource;
import org.dapple.dali.param.Parameters;
import org.dapple.dali.uws.Job;
import org.dapple.tap.job.JobFilter;
import org.dapple.tap.job.JobOrder;
import org.dapple.tap.job.JobService;
import org.dapple.tap.job.JobWait;

/** {@code /tap/async} and all below it: jobs (UWS 1.1 §2.2). */
final class AsyncServlet extends Resource {

    private static final int MAX_PARAMETER_BYTES = 4 << 20;
    private static final String WAIT = AsyncServlet.class.getName();

    private final transient HttpParameters parameters = new HttpParameters(MAX_PARAMETER_BYTES);
    private final transient BaseUrl baseUrl;
    private final transient JobService jobs;
    private final transient JobResponse answers;

    AsyncServlet(BaseUrl baseUrl, JobService jobs) {
        this.baseUrl = baseUrl;
        this.jobs = jobs;
        this.answers = new JobResponse(jobs);
    }

    @Override
    protected String allowed(HttpServletRequest request) {
        return JobPath.of(request.getPathInfo()).methods();
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        JobPath path = JobPath.of(request.getPathInfo());
        if (path.isList()) {
            JobFilter filter = JobFilter.of(parameters.read(request));
            answers.list(jobs.list(filter), list(request), request, response);
            return;
        }
        Job job = jobs.get(path.jobId());
        if (!path.resource().isEmpty() || !waits(job, request)) {
            answers.resource(job, path, list(request), request, response);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        JobPath path = JobPath.of(request.getPathInfo());
        Parameters sent = parameters.read(request);
        if (path.isList()) {
            seeOther(list(request) + "/" + jobs.create(JobOrder.of(sent), new RequestParts(request)), response);
            return;
        }
        requireSettable(path, sent);
        JobOrder order = JobOrder.of(sent);
        jobs.follow(path.jobId(), order, new RequestParts(request));
        boolean isDeleted = order.action().equals(Optional.of(JobOrder.Action.DELETE));
        seeOther(list(request) + (isDeleted ? "" : "/" + path.jobId()), response);
    }

    @Override
    protected void doDelete(HttpServletRequest request, HttpServletResponse response) {
        jobs.delete(JobPath.of(request.getPathInfo()).jobId());
        seeOther(list(request), response);
    }

    /** Keeps the client waiting if it wants to and there is something to wait for (UWS 1.1 §2.2.1.1). */
    private boolean waits(Job job, HttpServletRequest request) throws IOException {
        Optional<JobWait> wait = request.getDispatcherType() == DispatcherType.ASYNC
                ? Optional.of((JobWait) request.getAttribute(WAIT))
                : JobWait.of(parameters.read(request));
        if (wait.isEmpty() || wait.get().isOver(job.phase())) {
            return false;
        }
        suspend(job, wait.get().orElse(job.phase()), request);
        return true;
    }

    /** Whatever may fail comes before the request is suspended. */
    private void suspend(Job job, JobWait wait, HttpServletRequest request) {
        request.setAttribute(WAIT, wait);
        WaitingClient client = new WaitingClient(wake -> jobs.onChange(job.id(), wake));
        try {
            if (jobs.get(job.id()).phase() != job.phase()) {
                client.wake();
            }
        } catch (RuntimeException e) {
            client.leave();
            throw e;
        }
        client.await(request.startAsync(), wait.left());
    }

    /** What is posted to one property of a job names that property; to the job itself anything may be posted. */
    private void requireSettable(JobPath path, Parameters sent) {
        jobs.get(path.jobId());
        switch (path.resource()) {
            case "", "parameters" -> {}
            case "phase", "executionduration", "destruction" -> sent.required(path.resource());
            default -> throw JobPath.unknown();
        }
    }

    private String list(HttpServletRequest request) {
        return baseUrl.of(request) + "/tap/async";
    }

    private static void seeOther(String url, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", url);
    }
}
