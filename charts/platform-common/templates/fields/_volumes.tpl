{{/*
Volumes of the service's own pods: those that every pod of the service may have, its data, and
`volumes`. A StatefulSet that keeps no data has an empty folder in its place.
Usage: {{ include "platform-common.v1.fields.volumes" $context }}
*/}}
{{- define "platform-common.v1.fields.volumes" -}}
{{- $persistence := .values.persistence -}}
{{- $claims := and (eq .values.type "deployment") $persistence.enabled -}}
{{- $taken := list "tmp" -}}
{{- if or $claims (eq .values.type "statefulset") -}}
  {{- $taken = append $taken "data" -}}
{{- end -}}
{{- if .values.caCertificates.enabled -}}
  {{- $taken = concat $taken (list "ca-certificates" "trust") -}}
{{- end -}}
{{- range $index, $path := without .values.writablePaths "/tmp" -}}
  {{- $taken = append $taken (printf "writable-%d" $index) -}}
{{- end -}}
{{- include "platform-common.v1.fields.checkUnique" (dict "context" . "path" "volumes" "key" "name" "taken" $taken) -}}
{{- include "platform-common.v1.fields.baseVolumes" . }}
{{- if and (eq .values.type "statefulset") (not $persistence.enabled) }}
- name: data
  emptyDir: {}
{{- else if $claims }}
- name: data
  persistentVolumeClaim:
    claimName: {{ $persistence.existingClaim | default .name | quote }}
{{- end }}
{{- with .values.volumes }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{/*
Volumes that any pod with the service's image may have, a hook's too, since each pod gets its
own: /tmp, the writable paths, and certificates.
Usage: {{ include "platform-common.v1.fields.baseVolumes" $context }}
*/}}
{{- define "platform-common.v1.fields.baseVolumes" -}}
- name: tmp
  emptyDir: {}
{{- range $index, $path := without .values.writablePaths "/tmp" }}
- name: writable-{{ $index }}
  emptyDir: {}
{{- end }}
{{- with include "platform-common.v1.fields.caCertificatesVolumes" . | trim }}
{{ . }}
{{- end }}
{{- end -}}

{{/*
Where the service's container sees its volumes. The data of a claim lies in a folder of it,
since databases refuse the `lost+found` that a new disk has; a claim that was there before is
seen whole.
Usage: {{ include "platform-common.v1.fields.volumeMounts" $context }}
*/}}
{{- define "platform-common.v1.fields.volumeMounts" -}}
{{- $persistence := .values.persistence -}}
{{- $keeps := or (eq .values.type "statefulset") (and (eq .values.type "deployment") $persistence.enabled) -}}
{{- include "platform-common.v1.fields.checkMountPaths" (dict "context" . "keeps" $keeps) -}}
{{- include "platform-common.v1.fields.baseVolumeMounts" . }}
{{- if $keeps }}
- name: data
  mountPath: {{ quote $persistence.mountPath }}
  {{- if and $persistence.enabled (not $persistence.existingClaim) }}
  subPath: data
  {{- end }}
{{- end }}
{{- with .values.volumeMounts }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{/*
Where a container with the service's image sees the base volumes.
Usage: {{ include "platform-common.v1.fields.baseVolumeMounts" $context }}
*/}}
{{- define "platform-common.v1.fields.baseVolumeMounts" -}}
- name: tmp
  mountPath: /tmp
{{- range $index, $path := without .values.writablePaths "/tmp" }}
- name: writable-{{ $index }}
  mountPath: {{ quote $path }}
{{- end }}
{{- with include "platform-common.v1.fields.caCertificatesVolumeMounts" . | trim }}
{{ . }}
{{- end }}
{{- end -}}

{{/*
Stops at a folder of the service's container that has two volumes, whether it is written with a "/"
at its end or not, and at what is no folder.
Usage: {{ include "platform-common.v1.fields.checkMountPaths" (dict "context" $context "keeps" $hasData) }}
*/}}
{{- define "platform-common.v1.fields.checkMountPaths" -}}
{{- $chart := .context.root.Chart.Name -}}
{{- $values := .context.values -}}
{{- include "platform-common.v1.fields.readCaCertificates" .context -}}
{{- $taken := list "/tmp" -}}
{{- if .context.caCertificates.way -}}
  {{- $taken = concat $taken (list "/etc/chartroom/ca-certificates" "/etc/chartroom/trust") -}}
{{- end -}}
{{- $mounts := list -}}
{{- range $index, $path := $values.writablePaths -}}
  {{- if ne $path "/tmp" -}}
    {{- $mounts = append $mounts (dict "where" (printf "writablePaths[%d]" $index) "path" $path) -}}
  {{- end -}}
{{- end -}}
{{- if .keeps -}}
  {{- $mounts = append $mounts (dict "where" "persistence.mountPath" "path" $values.persistence.mountPath) -}}
{{- end -}}
{{- range $index, $mount := $values.volumeMounts -}}
  {{- if not $mount.mountPath -}}
    {{- fail (printf "%s: values: volumeMounts[%d] has no mountPath; write one" $chart $index) -}}
  {{- else -}}
    {{- $mounts = append $mounts (dict "where" (printf "volumeMounts[%d].mountPath" $index) "path" (toString $mount.mountPath)) -}}
  {{- end -}}
{{- end -}}
{{- range $mounts -}}
  {{- $folder := print "/" .path | clean -}}
  {{- if or (eq $folder "/") (contains ":" .path) -}}
    {{- fail (printf "%s: values: %s is %q, which is no folder for a volume; write one such as /var/cache" $chart .where .path) -}}
  {{- else if has $folder $taken -}}
    {{- fail (printf "%s: values: %s is %q, which is taken; write another" $chart .where .path) -}}
  {{- end -}}
  {{- $taken = append $taken $folder -}}
{{- end -}}
{{- end -}}
