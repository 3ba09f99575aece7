{{/*
A Job that Helm runs as a hook: the service's image and environment, its waits, and nothing of
the release where that is not there yet. The configuration stands in it as text in any case.
Usage: {{ include "platform-common.v1.fields.hookJob" (dict "context" $context "job" $job "component" "hook") }}
*/}}
{{- define "platform-common.v1.fields.hookJob" -}}
{{- include "platform-common.v1.fields.readEnvironment" .context -}}
{{- $job := .job -}}
{{- $hook := $job.hook -}}
{{- $context := merge (dict "early" $job.early) .context -}}
{{- $values := $context.values -}}
{{- $own := include "platform-common.v1.fields.ownImage" $context -}}
{{- $default := mustMergeOverwrite (deepCopy $values.image) (dict "tag" ($values.image.tag | default $context.root.Chart.AppVersion)) -}}
{{- $image := dict "context" $context "path" (printf "%s.image" $job.path) "image" $hook.image "default" $default -}}
{{- include "platform-common.v1.fields.otherImage" $image -}}
{{- $containers := include "platform-common.v1.fields.hookContainer" (dict "context" $context "job" $job "image" $image) -}}
{{- $before := list
  (include "platform-common.v1.fields.waits" $context | trim)
  (include "platform-common.v1.fields.caCertificatesInitContainers" $context | trim)
-}}
apiVersion: batch/v1
kind: Job
metadata:
  {{- include "platform-common.v1.fields.metadata" (dict
    "context" $context
    "name" (printf "%s-%s" $context.name $job.name)
    "annotations" (include "platform-common.v1.fields.hookAnnotations" (dict "events" $job.events "weight" $job.weight) | fromYaml)
    "labels" (dict "app.kubernetes.io/component" .component)
  ) | nindent 2 }}
spec:
  backoffLimit: {{ hasKey $hook "backoffLimit" | ternary $hook.backoffLimit 3 | int }}
  activeDeadlineSeconds: {{ $hook.activeDeadlineSeconds | default 600 | int }}
  template:
    metadata:
      labels:
        {{- include "platform-common.v1.fields.hookPodLabels" (dict "context" $context "name" $job.name "component" .component "calls" true) | nindent 8 }}
    spec:
      {{- include "platform-common.v1.fields.podSpec" (dict
        "context" $context
        "anonymous" (and $job.early $values.serviceAccount.create)
        "restartPolicy" "Never"
        "initContainers" (compact $before | join "\n")
        "containers" $containers
        "volumes" (include "platform-common.v1.fields.baseVolumes" $context)
      ) | nindent 6 }}
{{- end -}}

{{/*
The container of a hook Job, whose environment has been read.
Usage: {{ include "platform-common.v1.fields.hookContainer" (dict "context" $context "job" $job "image" $image) }}
*/}}
{{- define "platform-common.v1.fields.hookContainer" -}}
{{- $context := .context -}}
{{- $hook := .job.hook -}}
- name: {{ quote .job.name }}
  image: {{ quote .image.reference }}
  imagePullPolicy: {{ .image.pullPolicy }}
  {{- range $key := list "command" "args" }}
  {{- with get $hook $key }}
  {{ $key }}:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- end }}
  {{- with include "platform-common.v1.fields.hookEnv" . | trim }}
  env:
    {{- . | nindent 4 }}
  {{- end }}
  {{- with include "platform-common.v1.fields.secretName" $context }}
  envFrom:
    - secretRef:
        name: {{ and $context.early (ne $context.secret.by "existingSecret") | ternary (printf "%s-hooks" $context.name) . | quote }}
  {{- end }}
  terminationMessagePolicy: FallbackToLogsOnError
  resources:
    {{- include "platform-common.v1.values.resources" $context | nindent 4 }}
  securityContext:
    {{- include "platform-common.v1.fields.containerSecurityContext" $context | nindent 4 }}
  volumeMounts:
    {{- include "platform-common.v1.fields.baseVolumeMounts" $context | nindent 4 }}
{{- end -}}

{{/*
Environment of a hook: the service's credentials, its configuration as text, the rest of its
environment, and the hook's own, which takes the place of a name that the service has too; ""
removes it.
Usage: {{ include "platform-common.v1.fields.hookEnv" (dict "context" $context "job" $job) }}
*/}}
{{- define "platform-common.v1.fields.hookEnv" -}}
{{- $own := .job.hook.env | default dict -}}
{{- $collected := dict "chart" .context.root.Chart.Name "claims" dict "entries" list -}}
{{- include "platform-common.v1.fields.collectEnv" (dict "collected" $collected "chart" .context.root.Chart.Name "env" $own "path" (printf "%s.env" .job.path)) -}}
{{- $environment := .context.environment -}}
{{- $names := keys $own -}}
{{- range $environment.entries -}}
  {{- $names = append $names .name -}}
{{- end -}}
{{- $config := list -}}
{{- range $name, $entry := .context.config -}}
  {{- if not (has $name $names) -}}
    {{- $config = append $config (dict "name" $name "value" $entry.text) -}}
  {{- end -}}
{{- end -}}
{{- $entries := list -}}
{{- range concat $environment.credentials $config $environment.entries -}}
  {{- if not (hasKey $own .name) -}}
    {{- $entries = append $entries . -}}
  {{- end -}}
{{- end -}}
{{- include "platform-common.v1.fields.envEntries" (concat $entries $collected.entries) -}}
{{- end -}}
