require "digest"
require "ipaddr"
require "open3"
require "rbconfig"
require "yaml"

module Relevo
  # What cluster.yaml and the environment say. Read once per command of Vagrant.
  module Settings
    INFRA = File.expand_path("..", __dir__)
    TOPOLOGY = YAML.safe_load(File.read(File.join(INFRA, "cluster.yaml")))
    # What the balancer's container listens on, seen from its node.
    ON_NODE = { "http" => 80, "statistics" => 8404 }.freeze

    module_function

    def nodes
      TOPOLOGY["nodes"].keys
    end

    def subnet
      TOPOLOGY["subnets"]["vagrant"]
    end

    def address(node)
      base = IPAddr.new(subnet)
      IPAddr.new(base.to_i + TOPOLOGY["nodes"][node]["host"], base.family).to_s
    end

    def netmask
      IPAddr.new("255.255.255.255").mask(subnet.split("/").last.to_i).to_s
    end

    def balancer
      TOPOLOGY["instances"].find { |_, instance| instance["role"] == "balancer" }.first
    end

    def balancer_node
      TOPOLOGY["instances"][balancer]["node"]
    end

    # Service => port on the node, port on the host.
    def ports
      ON_NODE.to_h { |service, guest| [service, [guest, number("RELEVO_#{service.upcase}_PORT", TOPOLOGY["published"][service], 1025..65_535)]] }
    end

    def memory
      number("RELEVO_MEMORY", 2048, 512..1_048_576)
    end

    def cpus
      number("RELEVO_CPUS", acceleration == "emulation" ? 1 : 2, 1..64)
    end

    # Seconds a machine may take to boot. How slow it is can only be measured once it has.
    def boot_timeout
      host = linux? ? Integer(script("slowness")) : number("RELEVO_SLOWNESS", 1, 1..999)
      120 * host * (acceleration == "emulation" ? 5 : 1)
    end

    # What the cluster is made from, apart from the instances' images: other files, another name.
    def foundation
      files = %w[cluster.yaml provision/* lxd-preseed/*].flat_map { |pattern| Dir[File.join(INFRA, pattern)].sort }
      Digest::SHA256.hexdigest(files.map { |file| File.binread(file) }.join("\0"))[0, 12]
    end

    def converge?
      ENV["RELEVO_CONVERGE"] != "no"
    end

    def linux?
      RbConfig::CONFIG["host_os"].start_with?("linux")
    end

    def virtualbox?
      (ARGV.join(" ")[/--provider[= ](\w+)/, 1] || ENV["VAGRANT_DEFAULT_PROVIDER"] || (linux? ? "libvirt" : "virtualbox")) == "virtualbox"
    end

    # kvm or emulation. VirtualBox has no emulation.
    def acceleration
      @acceleration ||= !linux? || virtualbox? ? "kvm" : script("vagrant/acceleration")
    end

    # A box of our own is named by its content: another content is another box, and Vagrant takes that one for new machines.
    def box
      @box ||= ENV["RELEVO_BOX"] && !own_box? ? foreign_box : "relevo-#{File.basename(File.dirname(box_file))}"
    end

    def box_url
      return "file://#{box_file}" if own_box?

      ENV["RELEVO_BOX"] if ENV["RELEVO_BOX"] != foreign_box
    end

    def own_box?
      ENV["RELEVO_BOX"].to_s.empty?
    end

    # A name as Vagrant knows it is used as it is; a path or an address gets its file's name.
    def foreign_box
      given = ENV["RELEVO_BOX"]
      given =~ %r{\A[\w.-]+(/[\w.-]+)?\z} && !File.exist?(given) ? given : File.basename(given, ".box")
    end

    # Built when a machine may be made from it; otherwise only its name counts.
    def box_file
      fail!("our own box is built on Linux (infra/images/box virtualbox): copy it from there and set RELEVO_BOX to its path, or to the name of a Debian box") unless linux?
      @box_file ||= script("images/box", *("--path" unless ARGV.include?("up")), virtualbox? ? "virtualbox" : "libvirt")
    end

    # Runs a script of infra/, shows what it says, returns what it prints.
    def script(path, *arguments)
      output, status = Open3.capture2(File.join(INFRA, path), *arguments)
      fail!("infra/#{path} #{arguments.join(' ')} failed (status #{status.exitstatus}): its reason is above") unless status.success?
      output.strip.lines.last.to_s
    end

    def number(variable, default, range)
      given = ENV[variable].to_s
      return default if given.empty?

      value = Integer(given, 10, exception: false)
      fail!("#{variable}=#{given} will not do: it must be a number from #{range.min} to #{range.max}") unless value && range.cover?(value)
      value
    end

    def fail!(text)
      raise Failed, text
    end
  end

  # Told to the user as it stands, without a trace.
  class Failed < Vagrant::Errors::VagrantError
    def initialize(text)
      @text = text
      super()
    end

    def error_message
      @text
    end
  end
end
