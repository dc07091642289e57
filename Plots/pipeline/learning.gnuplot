# Learning
#
# Draw learning.png and learning.svg again, in this folder:  gnuplot learning.gnuplot
# It needs learning.dat.

set encoding utf8

# The page is drawn twice: the script calls itself for each kind of file.
if (ARGC == 0) {
    set terminal pngcairo noenhanced size 900,800 font 'DejaVu Sans,11'
    set output 'learning.png'
    call 'learning.gnuplot' 'page'
    set terminal svg noenhanced size 900,800 font 'sans-serif,11' fontscale 1.33333333 background rgb '#ffffff'
    set output 'learning.svg'
    call 'learning.gnuplot' 'page'
    unset output
    exit
}

set multiplot title 'Learning' font ',14'

# Panel 1: The colorizer
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0,0.475
set size 0.5,0.475
set title 'The colorizer' font ',13' textcolor rgb '#333333'
set xlabel 'step' textcolor rgb '#333333'
set ylabel 'YUV error per number' textcolor rgb '#333333'
set xrange [1:3200]
set yrange [0.0254044539:0.544624665]
set logscale y
set xtics 1000 format '%.0f'
set ytics ('' 0.03 1, '' 0.04 1, '0.05' 0.05, '' 0.06 1, '' 0.07 1, '' 0.08 1, '' 0.09 1, '0.1' 0.1, '0.2' 0.2, '' 0.3 1, '' 0.4 1, '0.5' 0.5)
set key inside top right Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333'
plot \
    'learning.dat' index 0 using 1:2 with lines linewidth 1.2 dashtype 1 linecolor rgb '#b20072b2' notitle, \
    'learning.dat' index 1 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#0072b2' title 'training, running mean'

# Panel 2: Its game with the discriminator
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0.5,0.475
set size 0.5,0.475
set title 'Its game with the discriminator' font ',13' textcolor rgb '#333333'
set xlabel 'step' textcolor rgb '#333333'
set ylabel 'cross-entropy' textcolor rgb '#333333'
set xrange [1:3200]
set yrange [0:5.23365433]
set xtics 1000 format '%.0f'
set ytics 1 format '%.0f'
set key bmargin center horizontal Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333' height 0.5
plot \
    'learning.dat' index 2 using 1:2 with lines linewidth 1.2 dashtype 1 linecolor rgb '#b20072b2' notitle, \
    'learning.dat' index 3 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#0072b2' title 'the adversarial loss, running mean', \
    'learning.dat' index 4 using 1:2 with lines linewidth 1.2 dashtype 1 linecolor rgb '#b2d55e00' notitle, \
    'learning.dat' index 5 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#d55e00' title 'the discriminator'."'".'s loss, running mean'

# Panel 3: Its second stage
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0,0
set size 0.5,0.475
set title 'Its second stage' font ',13' textcolor rgb '#333333'
set xlabel 'step' textcolor rgb '#333333'
set ylabel 'absolute error per number' textcolor rgb '#333333'
set xrange [1:500]
set yrange [0.0581718451:1.04690571]
set logscale y
set xtics 100 format '%.0f'
set ytics ('' 0.06 1, '' 0.07 1, '' 0.08 1, '' 0.09 1, '0.1' 0.1, '0.2' 0.2, '' 0.3 1, '' 0.4 1, '0.5' 0.5, '' 0.6 1, '' 0.7 1, '' 0.8 1, '' 0.9 1, '1' 1)
set key inside top right Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333'
plot \
    'learning.dat' index 6 using 1:2 with lines linewidth 1.2 dashtype 1 linecolor rgb '#b20072b2' notitle, \
    'learning.dat' index 7 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#0072b2' title 'training, running mean'

# Panel 4: AnimeGAN
reset
set border 3 linecolor rgb '#555555' linewidth 1
set tics nomirror out scale 0.6,0.3 textcolor rgb '#333333'
set grid back linetype 1 linewidth 1 linecolor rgb '#e4e4e4'
set minussign
set style fill solid noborder
set errorbars 0.8 linewidth 1.4 linecolor rgb '#333333'
set origin 0.5,0
set size 0.5,0.475
set title 'AnimeGAN' font ',13' textcolor rgb '#333333'
set xlabel 'step' textcolor rgb '#333333'
set ylabel 'loss before it is weighted' textcolor rgb '#333333'
set xrange [1:1000]
set yrange [0:1.82932639]
set xtics 200 format '%.0f'
set ytics 0.5 format '%.1f'
set key bmargin center horizontal Left reverse samplen 2 spacing 1.15 textcolor rgb '#333333' height 0.5
plot \
    'learning.dat' index 8 using 1:2 with lines linewidth 1.2 dashtype 1 linecolor rgb '#b20072b2' notitle, \
    'learning.dat' index 9 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#0072b2' title 'content, running mean', \
    'learning.dat' index 10 using 1:2 with lines linewidth 1.2 dashtype 1 linecolor rgb '#b2d55e00' notitle, \
    'learning.dat' index 11 using 1:2 with lines linewidth 2.2 dashtype 1 linecolor rgb '#d55e00' title 'adversarial, running mean'
unset multiplot
