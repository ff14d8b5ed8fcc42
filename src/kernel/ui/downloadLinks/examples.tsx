import { DownloadLinks } from './downloadLinks.tsx'

export const examples = {
  données: () => (
    <DownloadLinks
      links={[
        { href: '#csv', label: 'CSV', note: '24 ko' },
        { href: '#json', label: 'JSON' },
        { href: '#dictionnaire', label: 'Dictionnaire' },
      ]}
    />
  ),
}
