package org.dapple.helm;

import io.fabric8.kubernetes.api.model.KeyToPath;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** What pods mount, and where it comes from. */
final class Volumes {

    private Volumes() {}

    static List<String> namesIn(PodTemplateSpec pod) {
        return pod.getSpec().getVolumes().stream().map(Volume::getName).toList();
    }

    /** {@code name/key} of each. */
    static Set<String> secretsMadeBy(Manifests manifests) {
        var made = new HashSet<String>();
        manifests
                .of(Secret.class)
                .forEach(secret -> secret.getData()
                        .keySet()
                        .forEach(key -> made.add(secret.getMetadata().getName() + "/" + key)));
        // Its operator makes one for the owner of the database.
        manifests
                .of(PostgresCluster.class)
                .forEach(cluster -> made.add(cluster.getMetadata().getName() + "-app/password"));
        return made;
    }

    static Set<String> secretsUsedBy(Manifests manifests) {
        var used = new HashSet<String>();
        manifests.pods().values().stream()
                .flatMap(pod -> pod.getSpec().getVolumes().stream())
                .forEach(volume -> eachSecret(volume, (name, item) -> used.add(name + "/" + item.getKey())));
        manifests.of(Ingress.class).stream()
                .flatMap(ingress -> ingress.getSpec().getTls().stream())
                .forEach(tls -> used.add(tls.getSecretName() + "/tls.key"));
        return used;
    }

    static Set<String> claimsMadeBy(Manifests manifests) {
        var made = new HashSet<String>();
        manifests
                .of(PersistentVolumeClaim.class)
                .forEach(claim -> made.add(claim.getMetadata().getName()));
        return made;
    }

    static Set<String> claimsUsedBy(Manifests manifests) {
        var used = new HashSet<String>();
        manifests.pods().values().stream()
                .flatMap(pod -> pod.getSpec().getVolumes().stream())
                .filter(volume -> volume.getPersistentVolumeClaim() != null)
                .forEach(volume -> used.add(volume.getPersistentVolumeClaim().getClaimName()));
        return used;
    }

    /** Paths of the files of secrets, as containers see them. */
    static List<String> filesIn(PodTemplateSpec pod) {
        var files = new ArrayList<String>();
        pod.getSpec()
                .getVolumes()
                .forEach(volume -> eachSecret(
                        volume,
                        (name, item) -> mountsOf(volume, pod).forEach(path -> files.add(path + "/" + item.getPath()))));
        return files;
    }

    private static Stream<String> mountsOf(Volume volume, PodTemplateSpec pod) {
        return pod.getSpec().getContainers().stream()
                .flatMap(container -> container.getVolumeMounts().stream())
                .filter(mount -> mount.getName().equals(volume.getName()))
                .map(mount -> mount.getMountPath());
    }

    private static void eachSecret(Volume volume, BiConsumer<String, KeyToPath> use) {
        var sources = new ArrayList<Map.Entry<String, List<KeyToPath>>>();
        if (volume.getSecret() != null) {
            sources.add(Map.entry(
                    volume.getSecret().getSecretName(), volume.getSecret().getItems()));
        }
        if (volume.getProjected() != null) {
            volume.getProjected()
                    .getSources()
                    .forEach(source -> sources.add(Map.entry(
                            source.getSecret().getName(), source.getSecret().getItems())));
        }
        sources.forEach(source -> source.getValue().forEach(item -> use.accept(source.getKey(), item)));
    }
}
