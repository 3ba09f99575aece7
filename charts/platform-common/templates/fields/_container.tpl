{{/*
The containers of the service's own pods: the service's, and beside it `sidecars`.
Usage: {{ include "platform-common.v1.fields.containers" $context }}
*/}}
{{- define "platform-common.v1.fields.containers" -}}
{{- include "platform-common.v1.fields.checkContainerNames" . -}}
- name: {{ quote .name }}
  {{- include "platform-common.v1.fields.container" . | trim | nindent 2 }}
{{- if not (has .values.type (list "job" "cronjob")) }}
{{- include "platform-common.v1.fields.furtherContainers" (dict "context" . "containers" .values.sidecars) }}
{{- end }}
{{- end -}}

{{/*
What runs before the service, in this order: the waits, what prepares certificates, the
service's own `initContainers` (a proxy to a database among them), and last the migration,
which may need all of them. The sidecars of a job stand here too, as containers that are
restarted: beside the job's own container they would keep it from ever ending.
Usage: {{ include "platform-common.v1.fields.initContainers" $context }}
*/}}
{{- define "platform-common.v1.fields.initContainers" -}}
{{- $further := .values.initContainers -}}
{{- if has .values.type (list "job" "cronjob") -}}
  {{- range .values.sidecars -}}
    {{- $further = append $further (merge (dict "restartPolicy" "Always") .) -}}
  {{- end -}}
{{- end -}}
{{- range list
  (include "platform-common.v1.fields.waits" .)
  (include "platform-common.v1.fields.caCertificatesInitContainers" .)
  (include "platform-common.v1.fields.furtherContainers" (dict "context" . "containers" $further))
  (include "platform-common.v1.fields.migrationInitContainer" .)
}}
{{- with trim . }}
{{ . }}
{{- end }}
{{- end }}
{{- end -}}

{{/*
Containers as the service wrote them. What their security contexts leave out is filled in, so
that they meet `restricted` whatever the service's own container does.
Usage: {{ include "platform-common.v1.fields.furtherContainers" (dict "context" $context "containers" $containers) }}
*/}}
{{- define "platform-common.v1.fields.furtherContainers" -}}
{{- if .containers -}}
{{- $user := eq .context.values.podSecurity "baseline" | ternary 1000 0 -}}
{{- $restricted := dict "securityContext" (include "platform-common.v1.fields.restrictedSecurityContext" $user | fromYaml) -}}
{{- range .containers }}
{{ toYaml (list (mustMergeOverwrite (deepCopy $restricted) (deepCopy .))) }}
{{- end }}
{{- end -}}
{{- end -}}

{{/*
The service's container, without its name.
Usage: {{ include "platform-common.v1.fields.container" $context }}
*/}}
{{- define "platform-common.v1.fields.container" -}}
image: {{ include "platform-common.v1.fields.ownImage" . | quote }}
imagePullPolicy: {{ .values.image.pullPolicy }}
{{- with .values.command }}
command:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .values.args }}
args:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .ports }}
ports:
  {{- range . }}
  - name: {{ quote .name }}
    containerPort: {{ .targetPort }}
    protocol: {{ .protocol }}
  {{- end }}
{{- end }}
{{- with include "platform-common.v1.fields.env" . | trim }}
env:
  {{- . | nindent 2 }}
{{- end }}
{{- with include "platform-common.v1.fields.envFrom" . | trim }}
envFrom:
  {{- . | nindent 2 }}
{{- end }}
{{- with .values.lifecycle }}
lifecycle:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with include "platform-common.v1.fields.probes" . | trim }}
{{ . }}
{{- end }}
resources:
  {{- include "platform-common.v1.values.resources" . | nindent 2 }}
securityContext:
  {{- include "platform-common.v1.fields.containerSecurityContext" . | nindent 2 }}
volumeMounts:
  {{- include "platform-common.v1.fields.volumeMounts" . | nindent 2 }}
{{- end -}}

{{/*
Stops at an item of a list without the key that tells it from others, and at one that has it as
another has: a server-side apply refuses it.
Usage: {{ include "platform-common.v1.fields.checkUnique" (dict "context" $context "path" "volumes" "key" "name" "taken" (list "tmp")) }}
*/}}
{{- define "platform-common.v1.fields.checkUnique" -}}
{{- $check := . -}}
{{- $chart := .context.root.Chart.Name -}}
{{- $taken := .taken -}}
{{- range $index, $item := get .context.values .path -}}
  {{- $word := get $item $check.key | toString -}}
  {{- if not $word -}}
    {{- fail (printf "%s: values: %s[%d] has no %s; write one" $chart $check.path $index $check.key) -}}
  {{- else if has $word $taken -}}
    {{- fail (printf "%s: values: %s[%d].%s is %q, which is taken; write another" $chart $check.path $index $check.key $word) -}}
  {{- end -}}
  {{- $taken = append $taken $word -}}
{{- end -}}
{{- end -}}
