package org.dapple.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What was rendered, decoded with every field known to Kubernetes. */
record Manifests(List<HasMetadata> all) {

    private static final Map<String, Class<? extends HasMetadata>> KINDS = Map.ofEntries(
            Map.entry("v1/Service", Service.class),
            Map.entry("v1/Secret", Secret.class),
            Map.entry("v1/PersistentVolumeClaim", PersistentVolumeClaim.class),
            Map.entry("apps/v1/Deployment", Deployment.class),
            Map.entry("apps/v1/StatefulSet", StatefulSet.class),
            Map.entry("autoscaling/v2/HorizontalPodAutoscaler", HorizontalPodAutoscaler.class),
            Map.entry("batch/v1/Job", Job.class),
            Map.entry("networking.k8s.io/v1/Ingress", Ingress.class),
            Map.entry("networking.k8s.io/v1/NetworkPolicy", NetworkPolicy.class),
            Map.entry("policy/v1/PodDisruptionBudget", PodDisruptionBudget.class),
            Map.entry("monitoring.coreos.com/v1/ServiceMonitor", ServiceMonitor.class),
            Map.entry("postgresql.cnpg.io/v1/Cluster", PostgresCluster.class));

    /** The client's classes collect what they do not know; without their collecting setters it is an error. */
    private static final ObjectMapper STRICT = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .setAnnotationIntrospector(new JacksonAnnotationIntrospector() {
                private static final long serialVersionUID = 1;

                @Override
                public Boolean hasAnySetter(Annotated any) {
                    return false;
                }
            });

    /**
     * Reads documents of YAML.
     *
     * @throws IllegalArgumentException naming a field that its kind does not have, or a kind that is not expected
     */
    static Manifests decode(String yaml) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        var decoded = new ArrayList<HasMetadata>();
        for (var document : new Yaml(new SafeConstructor(options)).loadAll(yaml)) {
            if (document != null) {
                decoded.add(decoded((Map<?, ?>) document));
            }
        }
        return new Manifests(decoded);
    }

    private static HasMetadata decoded(Map<?, ?> document) {
        var kind = document.get("apiVersion") + "/" + document.get("kind");
        if (!KINDS.containsKey(kind)) {
            throw new IllegalArgumentException("No kind that the chart should render: " + kind);
        }
        return STRICT.convertValue(document, KINDS.get(kind));
    }

    <T extends HasMetadata> List<T> of(Class<T> kind) {
        return all.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** The one of this kind whose name ends with a component's. */
    <T extends HasMetadata> T one(Class<T> kind, String component) {
        return of(kind).stream()
                .filter(it -> it.getMetadata().getName().equals(Chart.RELEASE + "-" + component))
                .findFirst()
                .orElseThrow(
                        () -> new AssertionError("There is no %s of %s".formatted(kind.getSimpleName(), component)));
    }

    boolean has(Class<? extends HasMetadata> kind, String name) {
        return of(kind).stream().anyMatch(it -> it.getMetadata().getName().equals(name));
    }

    /** Pods by the name of what makes them. */
    Map<String, PodTemplateSpec> pods() {
        var pods = new LinkedHashMap<String, PodTemplateSpec>();
        all.forEach(
                it -> template(it).ifPresent(pod -> pods.put(it.getMetadata().getName(), pod)));
        return pods;
    }

    private static Optional<PodTemplateSpec> template(HasMetadata object) {
        if (object instanceof Deployment deployment) {
            return Optional.of(deployment.getSpec().getTemplate());
        } else if (object instanceof StatefulSet set) {
            return Optional.of(set.getSpec().getTemplate());
        }
        return object instanceof Job job ? Optional.of(job.getSpec().getTemplate()) : Optional.empty();
    }

    Stream<Container> containers() {
        return pods().values().stream()
                .flatMap(pod -> Stream.concat(
                        pod.getSpec().getInitContainers().stream(), pod.getSpec().getContainers().stream()));
    }

    /** The variables of a component's container; a later one of the same name counts. */
    Map<String, String> environment(String component) {
        var variables = new LinkedHashMap<String, String>();
        var containers = pods().get(Chart.RELEASE + "-" + component).getSpec().getContainers();
        assertThat(containers).hasSize(1);
        containers.get(0).getEnv().forEach(one -> variables.put(one.getName(), one.getValue()));
        return variables;
    }
}
