{{/*
Security context of a pod. `restricted`, the default, meets the Pod Security standard of
that name. `baseline` is for an image that runs as root: the image's own user stands unless
one is written.
Usage: {{ include "platform-common.v1.fields.podSecurityContext" $context }}
*/}}
{{- define "platform-common.v1.fields.podSecurityContext" -}}
{{- $restricted := eq .values.podSecurity "restricted" -}}
{{- $identity := pick .values.securityContext "runAsUser" "runAsGroup" "fsGroup" -}}
{{- if $restricted -}}
  {{- $identity = mustMergeOverwrite (dict "runAsUser" 1000 "runAsGroup" 1000 "fsGroup" 1000) $identity -}}
  {{- if eq (int $identity.runAsUser) 0 -}}
    {{- fail (printf "%s: values: securityContext.runAsUser 0 is root, which podSecurity restricted does not admit; write another user, or podSecurity: baseline" .root.Chart.Name) -}}
  {{- end -}}
runAsNonRoot: true
{{- end }}
{{- range $key, $value := $identity }}
{{ $key }}: {{ int $value }}
{{- end }}
{{- if hasKey $identity "fsGroup" }}
fsGroupChangePolicy: OnRootMismatch
{{- end }}
seccompProfile:
  type: RuntimeDefault
{{- end -}}

{{/*
Security context of the service's container. `baseline` keeps the capabilities that the
container runtime gives, which a process that starts as root and changes its user needs.
Usage: {{ include "platform-common.v1.fields.containerSecurityContext" $context }}
*/}}
{{- define "platform-common.v1.fields.containerSecurityContext" -}}
allowPrivilegeEscalation: false
{{- if eq .values.podSecurity "restricted" }}
capabilities:
  drop: [ALL]
{{- end }}
readOnlyRootFilesystem: {{ .values.securityContext.readOnlyRootFilesystem }}
{{- end -}}

{{/*
Security context of a container that is not the service's own and meets `restricted` in a pod
of any level. The user is a number where the image's own may be root; 0 leaves it to the pod.
Usage: {{ include "platform-common.v1.fields.restrictedSecurityContext" 65534 }}
*/}}
{{- define "platform-common.v1.fields.restrictedSecurityContext" -}}
allowPrivilegeEscalation: false
capabilities:
  drop: [ALL]
readOnlyRootFilesystem: true
runAsNonRoot: true
{{- with . }}
runAsUser: {{ . }}
runAsGroup: {{ . }}
{{- end }}
seccompProfile:
  type: RuntimeDefault
{{- end -}}
