{{/*
A Job that Helm runs as a hook: the service's image and environment, its waits, and nothing of
the release where that is not there yet.
Usage: {{ include "platform-common.v1.fields.hookJob" (dict "context" $context "job" $job "component" "hook") }}
*/}}
{{- define "platform-common.v1.fields.hookJob" -}}
{{- include "platform-common.v1.fields.readEnvironment" .context -}}
{{- include "platform-common.v1.fields.readInitNames" .context -}}
{{- $job := .job -}}
{{- $hook := $job.hook -}}
{{- $context := merge (dict "early" $job.early) .context -}}
{{- $values := $context.values -}}
{{- with get (omit $context.initNames "migration") $job.name -}}
  {{- fail (printf "%s: values: %s has the name of an init container, which %s makes; write another" $context.root.Chart.Name $job.path .) -}}
{{- end -}}
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
  {{- with hasKey $hook "activeDeadlineSeconds" | ternary $hook.activeDeadlineSeconds 600 | int }}
  activeDeadlineSeconds: {{ . }}
  {{- end }}
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
{{- $config := dict "context" $context "job" .job -}}
{{- include "platform-common.v1.fields.readHookConfig" $config -}}
{{- $secret := include "platform-common.v1.fields.secretName" $context -}}
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
  {{- if or $config.name $secret }}
  envFrom:
    {{- with $config.name }}
    - configMapRef:
        name: {{ quote . }}
    {{- end }}
    {{- with $secret }}
    - secretRef:
        name: {{ and $context.early (ne $context.secret.by "existingSecret") | ternary (printf "%s-hooks" $context.name) . | quote }}
    {{- end }}
  {{- end }}
  terminationMessagePolicy: FallbackToLogsOnError
  resources:
    {{- include "platform-common.v1.values.resources" $context | nindent 4 }}
  securityContext:
    {{- include "platform-common.v1.fields.containerSecurityContext" $context | nindent 4 }}
  volumeMounts:
    {{- include "platform-common.v1.fields.baseVolumeMounts" $context | nindent 4 }}
{{- end -}}
